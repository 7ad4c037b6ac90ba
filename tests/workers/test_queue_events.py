"""Queue messages as events: what is none is told by its id alone, and keeps no other from being read."""

import pytest

from tests import factories as make
from tests.lambda_events import queue_record, queue_record_of
from workers.observability import logger_of
from workers.queue_events import events_in

LOGGER = logger_of("test")


@pytest.mark.parametrize("body", ["", "nonsense", "null", "[]", "{}", '"text"', '{"schema": 2}', '{"schema": 1}'])
def test_what_is_no_event_is_none_and_the_rest_is_read(body: str) -> None:
    event = make.event()
    records = [queue_record_of(body, "broken"), queue_record(event, "sound")]
    assert events_in(records, LOGGER) == {"broken": None, "sound": event}


def test_of_what_is_no_event_nothing_but_its_id_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    events_in([queue_record_of('{"schema": "grace@example.com"}', "broken")], LOGGER)
    lines = [vars(record) for record in caplog.records]
    assert [(line["message_id"], line["reason"]) for line in lines] == [("broken", "ValueError")]
    assert "grace@example.com" not in str(lines)
