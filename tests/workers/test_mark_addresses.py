"""Bounces and complaints: the last mail to an address, if it is still the person's, and nothing of it in the logs."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from botocore.exceptions import ClientError

from app.domain.errors import Stale, Unfinished
from app.domain.people import AddressStatus, User
from app.repositories.people import PeopleRepository
from tests import factories as make
from tests.conftest import Table
from tests.lambda_events import queue_record_of, ses_event
from tests.workers.post_office import ALL_DONE, all_logged, bring_again
from workers import mark_addresses as worker
from workers.mark_addresses import GREETING, handler, mark_addresses

ADDRESS = "grace@EXAMPLE.com"


@pytest.fixture
def people(moto_table: Table) -> PeopleRepository:
    return PeopleRepository(moto_table.client, moto_table.name)


@pytest.fixture
def grace(people: PeopleRepository) -> User:
    grace = make.user(email="Grace@Example.com")
    people.register(grace)
    return grace


def bounce(person: User, address: str = ADDRESS, kind: str = "Permanent") -> dict[str, Any]:
    return ses_event("Bounce", address, tags={"user": [person.id]}, bounceType=kind, bounceSubType="General")


def complaint(person: User, address: str = ADDRESS) -> dict[str, Any]:
    return ses_event("Complaint", address, tags={"user": [person.id]}, complaintFeedbackType="abuse")


def status_of(people: PeopleRepository, person: User) -> AddressStatus:
    found = people.get(person.id)
    assert found
    return found.address_status


def tell(people: PeopleRepository, *events: Any) -> dict[str, Any]:
    """Messages are named message-0, message-1 and so on; a text goes as it is."""
    bodies = [event if isinstance(event, str) else json.dumps(event) for event in events]
    return mark_addresses([queue_record_of(body, f"message-{at}") for at, body in enumerate(bodies)], people)


UNREADABLE = ["", "{", "[]", "null", "7", "{}", '{"eventType": "Bounce"}', '{"eventType": "Bounce", "bounce": null}']
INCOMPLETE = [
    {"eventType": "Complaint", "complaint": {"complainedRecipients": []}},
    {"eventType": "Complaint", "complaint": {"complainedRecipients": [{}]}, "mail": {"messageId": "ses-1"}},
    {"notificationType": "Bounce"},
]


@pytest.mark.parametrize("body", [*UNREADABLE, *map(json.dumps, INCOMPLETE)])
def test_a_message_that_can_never_be_read_is_set_aside_and_delays_nobody(
    body: str, people: PeopleRepository, grace: User
) -> None:
    assert tell(people, body, bounce(grace)) == bring_again("message-0")
    assert status_of(people, grace) is AddressStatus.BOUNCED


@pytest.mark.parametrize("kind", ["Transient", "Undetermined"])
def test_a_bounce_that_may_pass_counts_nothing(kind: str, people: PeopleRepository, grace: User) -> None:
    assert tell(people, bounce(grace, kind=kind)) == ALL_DONE
    assert status_of(people, grace) is AddressStatus.WORKING


@pytest.mark.parametrize("event_type", ["Send", "Delivery", "Reject", "DeliveryDelay", "Subscription"])
def test_other_events_are_acknowledged(event_type: str, people: PeopleRepository, grace: User) -> None:
    assert tell(people, ses_event(event_type, ADDRESS, tags={"user": [grace.id]}), GREETING) == ALL_DONE
    assert status_of(people, grace) is AddressStatus.WORKING


def test_a_mail_that_its_reader_took_out_of_the_spam_is_no_complaint(people: PeopleRepository, grace: User) -> None:
    event = complaint(grace)
    event["complaint"]["complaintFeedbackType"] = "not-spam"
    assert tell(people, event) == ALL_DONE
    assert status_of(people, grace) is AddressStatus.WORKING


def test_a_complaint_of_which_nobody_knows_the_kind_is_one(people: PeopleRepository, grace: User) -> None:
    event = complaint(grace)
    del event["complaint"]["complaintFeedbackType"]
    assert tell(people, event) == ALL_DONE
    assert status_of(people, grace) is AddressStatus.COMPLAINED


def test_an_address_that_is_not_the_persons_any_more_says_nothing_of_them(
    people: PeopleRepository, grace: User
) -> None:
    assert tell(people, bounce(grace, "old@example.com"), complaint(grace, "old@example.com")) == ALL_DONE
    assert status_of(people, grace) is AddressStatus.WORKING


@pytest.mark.parametrize("tags", [None, {"user": []}, {"user": [make.user_id()]}])
def test_an_event_about_nobody_is_acknowledged_and_logged_without_the_address(
    tags: dict[str, list[str]] | None, people: PeopleRepository, caplog: pytest.LogCaptureFixture
) -> None:
    event = ses_event("Bounce", ADDRESS, tags=tags, bounceType="Permanent")
    assert tell(people, event) == ALL_DONE
    assert "nobody to mark" in caplog.text
    assert ADDRESS not in all_logged(caplog)


def test_no_log_line_of_an_unreadable_message_holds_the_address(
    people: PeopleRepository, caplog: pytest.LogCaptureFixture
) -> None:
    tell(people, f'{{"eventType": "Bounce", "bounce": "{ADDRESS}"}}', f"{ADDRESS} is no event")
    assert "address not marked" in caplog.text
    assert ADDRESS not in all_logged(caplog)


class Contested(PeopleRepository):
    """Somebody else writes the profile first, so many times; or the table is away."""

    def __init__(self, table: Table, error: Exception, times: int) -> None:
        super().__init__(table.client, table.name)
        self.error, self.times = error, times

    def save(self, before: User, after: User) -> None:
        if self.times:
            self.times -= 1
            raise self.error
        super().save(before, after)


AWAY = ClientError({"Error": {"Code": "ThrottlingException", "Message": "Slow down"}}, "TransactWriteItems")


@pytest.mark.parametrize(("error", "times"), [(Stale(2), 3), (AWAY, 1), (Unfinished("Busy."), 1)])
def test_what_cannot_be_written_now_is_brought_again(
    error: Exception, times: int, people: PeopleRepository, grace: User, moto_table: Table
) -> None:
    contested = Contested(moto_table, error, times)
    assert tell(contested, bounce(grace)) == bring_again("message-0")
    assert tell(contested, bounce(grace)) == ALL_DONE
    assert status_of(people, grace) is AddressStatus.BOUNCED


def test_a_profile_that_somebody_changed_meanwhile_is_read_anew(
    people: PeopleRepository, grace: User, moto_table: Table
) -> None:
    assert tell(Contested(moto_table, Stale(2), 2), bounce(grace)) == ALL_DONE
    assert status_of(people, grace) is AddressStatus.BOUNCED


@pytest.mark.parametrize(("event", "status"), [(bounce, AddressStatus.BOUNCED), (complaint, AddressStatus.COMPLAINED)])
def test_an_address_is_marked_once_and_counted_once(
    event: Callable[[User], dict[str, Any]],
    status: AddressStatus,
    people: PeopleRepository,
    grace: User,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert tell(people, event(grace), event(grace)) == ALL_DONE
    assert people.get(grace.id) == replace(grace, address_status=status, version=grace.version + 1)
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["AddressesMarked"] == [1.0]


def test_a_forwarded_mail_that_bounced_further_on_marks_the_address_it_was_sent_to(
    people: PeopleRepository, grace: User
) -> None:
    event = bounce(grace, "forwarded@elsewhere.example")
    event["mail"]["destination"] = [ADDRESS]
    assert tell(people, event) == ALL_DONE
    assert status_of(people, grace) is AddressStatus.BOUNCED


def test_the_lambda_marks_an_address(
    people: PeopleRepository, grace: User, moto_table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TABLE_NAME", moto_table.name)
    worker._people.cache_clear()
    event = {"Records": [queue_record_of(json.dumps(complaint(grace)))]}
    assert handler(event, None) == ALL_DONE
    worker._people.cache_clear()
    assert status_of(people, grace) is AddressStatus.COMPLAINED
