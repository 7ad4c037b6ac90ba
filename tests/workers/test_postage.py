"""A mail behind the ledger: no send without a lease, and every end is noted."""

import pytest

from app.domain.errors import Unfinished
from app.repositories.deliveries import AlreadyDelivered, DeliveryInProgress
from app.repositories.table import delivery_key
from tests import factories as make
from tests.conftest import Table
from tests.workers.post_office import LINKS, TIMED_OUT, Office, all_logged, refusal
from workers.emails import compose
from workers.observability import logger_of
from workers.postage import Outcome, log_failure
from workers.sending_by_ses import Unsendable

KEY = delivery_key("E1", "grace")
EMAIL = compose(make.event(), make.user(), None, LINKS)


@pytest.fixture
def office(moto_table: Table) -> Office:
    return Office(moto_table)


def test_nothing_is_sent_without_the_lease(office: Office) -> None:
    office.ledger.lease(KEY, office.clock.now)
    with pytest.raises(DeliveryInProgress):
        office.postage().mail(KEY, EMAIL, {})
    assert office.outbox.sent == []


def test_what_is_skipped_is_never_sent(office: Office) -> None:
    assert office.postage().skip(KEY) is Outcome.SKIPPED
    with pytest.raises(AlreadyDelivered):
        office.postage().mail(KEY, EMAIL, {})
    assert office.outbox.sent == []


def test_a_refusal_for_good_ends_it(office: Office) -> None:
    office.outbox.failures = {EMAIL.to: Unsendable("MessageRejected")}
    assert office.postage().mail(KEY, EMAIL, {}) is Outcome.FAILED
    assert (office.entry(KEY)["state"], office.entry(KEY)["note"]) == ("FAILED", "MessageRejected")


def test_what_was_sent_is_noted_with_the_messages_id(office: Office) -> None:
    assert office.postage().mail(KEY, EMAIL, {}, {"eventIds": ["E1"]}) is Outcome.SENT
    entry = office.entry(KEY)
    assert (entry["state"], entry["note"], entry["eventIds"]) == ("SENT", "ses-1", ["E1"])


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (refusal("TooManyRequestsException"), "TooManyRequestsException"),
        (TIMED_OUT, "ReadTimeout"),
        (Unfinished("Busy."), "Unfinished"),
    ],
)
def test_of_what_aws_says_the_log_gets_the_code_alone(
    error: Exception, reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    log_failure(logger_of("postage"), error, {"event_id": "E1"})
    written = all_logged(caplog)
    assert reason in written
    assert "E1" in written
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "example.com" not in written


def test_a_fault_of_our_own_is_logged_with_its_place(caplog: pytest.LogCaptureFixture) -> None:
    log_failure(logger_of("postage"), KeyError("status"), {"event_id": "E1"})
    assert "KeyError" in caplog.text
