"""An event as item and as message."""

import json

import pytest

from app.domain import events
from app.domain.events import Occasion
from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.event_items import event_item, event_message, to_event
from tests import factories as make

EVENT = events.task_assigned(None, make.task(assignee_ids=("a",)), Occasion("E1", "actor", make.NOW))


def test_an_event_travels_as_json_and_comes_back_whole() -> None:
    assert to_event(json.loads(json.dumps(event_message(EVENT)))) == EVENT
    assert to_event(event_item(EVENT)) == EVENT


def test_a_part_of_a_bulk_action_and_its_request_travel_along() -> None:
    event = make.event(bulk_id="B1", request_id="R1")
    assert to_event(json.loads(json.dumps(event_message(event)))) == event
    assert not {"bulkId", "requestId"} & set(event_message(EVENT))


def test_who_is_told_as_creator_travels_along_and_is_nobody_in_older_events() -> None:
    event = make.comment_event("Done?", recipient_ids=("ada",), creator_id="ada")
    message = json.loads(json.dumps(event_message(event)))
    assert (to_event(message), to_event(event_item(event))) == (event, event)
    del message["creatorId"]
    assert to_event(message).creator_id is None
    assert "creatorId" not in event_message(EVENT)


def test_an_event_without_changes_is_stored_without_and_read_as_one() -> None:
    event = make.event(changes={})
    item = from_attributes(to_attributes(event_item(event)))
    assert "changes" not in item
    assert to_event(item) == event
    assert event_message(event)["changes"] == {}


def test_a_message_names_people_by_id_and_holds_no_key() -> None:
    message = event_message(EVENT)
    assert message["recipientIds"] == ["a"]
    assert not {"PK", "SK", "GSI3PK"} & set(message)


@pytest.mark.parametrize("broken", [{"schema": 2}, {"type": "TASK_SUNG"}, {"occurredAt": "yesterday"}])
def test_what_is_no_event_of_this_schema_is_refused(broken: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"schema|TASK_SUNG|yesterday"):
        to_event({**event_message(EVENT), **broken})


def test_a_missing_field_is_refused() -> None:
    message = event_message(EVENT)
    del message["actorId"]
    with pytest.raises(KeyError):
        to_event(message)
