"""Sending: one mail per event and person, never two, none to whoever does not want it, and none lost."""

import json
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from botocore.exceptions import ClientError, ReadTimeoutError

from app.domain.events import Event, EventType
from app.domain.people import AccountStatus, Channel, Notification, User
from app.repositories.deliveries import LEASE, AlreadyDelivered, DeliveryInProgress, DeliveryLedger
from app.repositories.people import PeopleRepository
from tests import factories as make
from tests.conftest import Table
from tests.lambda_events import queue_record, queue_record_of
from workers.emails import Email
from workers.send_emails import Post, Unsendable, send_emails

ALL_DONE: dict[str, Any] = {"batchItemFailures": []}
TIMED_OUT = ReadTimeoutError(endpoint_url="https://email.example.com")


def refusal(code: str) -> ClientError:
    return ClientError({"Error": {"Code": code, "Message": "No"}}, "SendEmail")


def bring_again(*message_ids: str) -> dict[str, Any]:
    return {"batchItemFailures": [{"itemIdentifier": message_id} for message_id in message_ids]}


@dataclass
class Outbox:
    """SES: takes what it is given, or fails for the addresses it is told to."""

    failures: dict[str, Exception] = field(default_factory=dict)
    sent: list[Email] = field(default_factory=list)

    def __call__(self, email: Email) -> str:
        if email.to in self.failures:
            raise self.failures[email.to]
        self.sent.append(email)
        return f"ses-{len(self.sent)}"

    @property
    def addresses(self) -> list[str]:
        return [email.to for email in self.sent]


@dataclass
class Clock:
    now: datetime = make.NOW

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True)
class Office:
    """All that delivering takes, and the people it delivers to."""

    post: Post
    outbox: Outbox
    clock: Clock
    ledger: DeliveryLedger

    def person(self, email: str, **fields: Any) -> User:
        person = make.user(email=email, **fields)
        self.post.people.register(person)
        return person

    def deliver(self, *events: Event) -> dict[str, Any]:
        """Messages are named message-0, message-1 and so on."""
        return send_emails([queue_record(event, f"message-{at}") for at, event in enumerate(events)], self.post)


@pytest.fixture
def office(moto_table: Table) -> Office:
    people, ledger = PeopleRepository(moto_table.client, moto_table.name), DeliveryLedger(moto_table.client, "baton")
    outbox, clock = Outbox(), Clock()
    return Office(Post(people, ledger, outbox, "https://baton.example.com", clock), outbox, clock, ledger)


@pytest.mark.parametrize("body", ["", "{", "[]", "null", "7", "{}", '{"schema": 2}', '{"schema": 1, "type": "X"}'])
def test_a_message_that_is_no_event_is_set_aside_and_delays_nobody(body: str, office: Office) -> None:
    grace = office.person("grace@example.com")
    records = [queue_record_of(body, "broken"), queue_record(make.event(recipient_ids=(grace.id,)), "fine")]
    assert send_emails(records, office.post) == bring_again("broken")
    assert office.outbox.addresses == ["grace@example.com"]


@pytest.mark.parametrize(
    "fields",
    [
        {"status": AccountStatus.DEACTIVATED},
        {"notifications": {Notification.ASSIGNED: frozenset({Channel.INBOX})}},
        {"notifications": {}},
    ],
)
def test_whoever_left_or_wants_no_mail_gets_none_also_later(fields: dict[str, Any], office: Office) -> None:
    person = office.person("grace@example.com", **fields)
    event = make.event(recipient_ids=(person.id,))
    assert office.deliver(event) == ALL_DONE
    assert office.outbox.sent == []
    with pytest.raises(AlreadyDelivered):
        office.ledger.lease(event.id, person.id, office.clock.now)


def test_whoever_has_no_profile_gets_no_mail(office: Office) -> None:
    assert office.deliver(make.event()) == ALL_DONE
    assert office.outbox.sent == []


def test_an_event_that_no_mail_can_be_made_of_delays_nobody_else(office: Office) -> None:
    first, second = office.person("first@example.com"), office.person("second@example.com")
    broken = make.event(type=EventType.STATUS_CHANGED, recipient_ids=(first.id,))
    sound = make.event(recipient_ids=(second.id,))
    records = [queue_record(broken, "broken"), queue_record(sound, "sound")]
    assert send_emails(records, office.post) == bring_again("broken")
    assert office.outbox.addresses == ["second@example.com"]


def test_a_kind_of_event_that_is_never_mailed_is_skipped(office: Office) -> None:
    person = office.person("first@example.com")
    event = make.event(type=EventType.TASK_RESTORED, recipient_ids=(person.id,))
    assert send_emails([queue_record(event, "one")], office.post) == ALL_DONE
    assert office.outbox.sent == []


def test_an_event_told_to_nobody_is_done(office: Office) -> None:
    assert office.deliver(make.event(type=EventType.TASK_CREATED, recipient_ids=())) == ALL_DONE


def test_an_event_brought_twice_is_mailed_once(office: Office) -> None:
    event = make.event(recipient_ids=(office.person("grace@example.com").id,))
    assert office.deliver(event, event) == ALL_DONE
    assert office.deliver(event) == ALL_DONE
    assert len(office.outbox.sent) == 1


def test_a_message_waits_while_another_worker_holds_it_and_goes_out_when_that_one_died(office: Office) -> None:
    grace = office.person("grace@example.com")
    event = make.event(recipient_ids=(grace.id,))
    office.ledger.lease(event.id, grace.id, office.clock.now)
    assert office.deliver(event) == bring_again("message-0")
    office.clock.now += LEASE + timedelta(seconds=1)
    assert office.deliver(event) == ALL_DONE
    assert len(office.outbox.sent) == 1


@pytest.mark.parametrize("error", [refusal("TooManyRequestsException"), refusal("InternalFailure"), TIMED_OUT])
def test_a_passing_failure_is_brought_again_and_keeps_nobody_else_from_their_mail(
    error: Exception, office: Office
) -> None:
    grace, joan = office.person("grace@example.com"), office.person("joan@example.com")
    event, other = make.event(recipient_ids=(grace.id, joan.id)), make.event(recipient_ids=(joan.id,))
    office.outbox.failures = {"grace@example.com": error}
    assert office.deliver(event, other) == bring_again("message-0")
    assert office.outbox.addresses == ["joan@example.com", "joan@example.com"]
    office.outbox.failures = {}
    office.clock.now += LEASE + timedelta(seconds=1)
    assert office.deliver(event, other) == ALL_DONE
    assert office.outbox.addresses[2:] == ["grace@example.com"]


def test_what_is_refused_for_good_is_not_tried_again(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    grace = office.person("grace@example.com")
    office.outbox.failures = {"grace@example.com": Unsendable("MessageRejected")}
    event = make.event(recipient_ids=(grace.id,))
    assert office.deliver(event) == ALL_DONE
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["EmailsFailed"] == [1.0]
    office.outbox.failures = {}
    assert office.deliver(event) == ALL_DONE
    assert office.outbox.sent == []


def test_a_mail_whose_sending_could_not_be_noted_waits_out_its_lease(office: Office) -> None:
    grace = office.person("grace@example.com")
    event = make.event(recipient_ids=(grace.id,))

    class Forgetful(DeliveryLedger):
        def close(self, *_: object) -> None:
            raise refusal("ProvisionedThroughputExceededException")

    forgetful = replace(office.post, ledger=Forgetful(office.ledger._client, "baton"))
    assert send_emails([queue_record(event)], forgetful) == bring_again("message-1")
    with pytest.raises(DeliveryInProgress):
        office.ledger.lease(event.id, grace.id, office.clock.now)
    assert office.deliver(event) == bring_again("message-0")
    assert len(office.outbox.sent) == 1


def test_each_recipient_gets_a_mail_of_their_own_that_names_the_actor(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    ada, grace, joan = (office.person(f"{name}@example.com", name=name) for name in ("ada", "grace", "joan"))
    assert office.deliver(make.event(actor_id=ada.id, recipient_ids=(grace.id, joan.id))) == ALL_DONE
    assert office.outbox.addresses == ["grace@example.com", "joan@example.com"]
    assert all(email.subject.startswith("ada assigned you") for email in office.outbox.sent)
    counted = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert [counted[name] for name in ("EmailsSent", "EmailsSkipped", "EmailsFailed")] == [[2.0], [0.0], [0.0]]
