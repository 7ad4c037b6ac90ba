"""Filling inboxes: one entry per event and person, none for whoever does not want it, and none lost."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import pytest
from botocore.exceptions import ClientError, ReadTimeoutError

from app.domain.events import Event, EventType, FieldChange
from app.domain.people import AccountStatus, AddressStatus, Channel, Notification, User
from app.repositories.inbox import InboxRepository
from app.repositories.people import PeopleRepository
from tests import factories as make
from tests.conftest import REGION, Table
from tests.lambda_events import queue_record, queue_record_of
from workers import fill_inbox
from workers.fill_inbox import Inboxes, fill_inboxes

ALL_DONE: dict[str, Any] = {"batchItemFailures": []}


def bring_again(*message_ids: str) -> dict[str, Any]:
    return {"batchItemFailures": [{"itemIdentifier": message_id} for message_id in message_ids]}


@dataclass(frozen=True)
class Office:
    """All that filling takes, and the people whose inboxes are filled."""

    inboxes: Inboxes

    def person(self, **fields: Any) -> User:
        person = make.user(**fields)
        self.inboxes.people.register(person)
        return person

    def deliver(self, *events: Event) -> dict[str, Any]:
        """Messages are named message-0, message-1 and so on."""
        return fill_inboxes([queue_record(event, f"message-{at}") for at, event in enumerate(events)], self.inboxes)

    def told(self, person: User) -> set[str]:
        return {entry.id for entry in self.inboxes.inbox.page(person.id, make.page(), make.NOW).items}


@pytest.fixture
def office(moto_table: Table) -> Office:
    client, name = moto_table.client, moto_table.name
    return Office(Inboxes(PeopleRepository(client, name), InboxRepository(client, name), lambda: make.NOW))


def counted(capsys: pytest.CaptureFixture[str]) -> tuple[list[float], list[float]]:
    metrics = json.loads(capsys.readouterr().out.splitlines()[-1])
    return metrics["InboxEntries"], metrics["InboxSkipped"]


def logged(caplog: pytest.LogCaptureFixture, name: str) -> list[Any]:
    return [row.__dict__[name] for row in caplog.records]


@pytest.mark.parametrize("body", ["", "{", "[]", "null", "7", "{}", '{"schema": 2}', '{"schema": 1, "type": "X"}'])
def test_a_message_that_is_no_event_is_set_aside_and_delays_nobody(body: str, office: Office) -> None:
    grace = office.person()
    event = make.event(recipient_ids=(grace.id,))
    records = [queue_record_of(body, "broken"), queue_record(event, "fine")]
    assert fill_inboxes(records, office.inboxes) == bring_again("broken")
    assert office.told(grace) == {event.id}


def test_an_event_that_no_entry_can_be_made_of_delays_nobody_else(office: Office) -> None:
    grace = office.person()
    odd = make.event(recipient_ids=(grace.id,), changes={"rank": FieldChange(1.5, None)})  # type: ignore[arg-type]
    sound = make.event(recipient_ids=(grace.id,))
    assert office.deliver(odd, sound) == bring_again("message-0")
    assert office.told(grace) == {sound.id}


@pytest.mark.parametrize(
    "fields",
    [
        {"status": AccountStatus.DEACTIVATED},
        {"notifications": {Notification.ASSIGNED: frozenset({Channel.EMAIL})}},
        {"notifications": {}},
    ],
    ids=["deactivated", "by mail alone", "not at all"],
)
def test_whoever_left_or_wants_no_entry_gets_none(
    fields: dict[str, Any], office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    person = office.person(**fields)
    assert office.deliver(make.event(recipient_ids=(person.id,))) == ALL_DONE
    assert office.told(person) == set()
    assert counted(capsys) == ([0.0], [1.0])


def test_whoever_has_no_profile_gets_no_entry(office: Office) -> None:
    stranger = make.user()
    assert office.deliver(make.event(recipient_ids=(stranger.id,))) == ALL_DONE
    assert office.told(stranger) == set()


@pytest.mark.parametrize("event_type", [EventType.TASK_RESTORED, EventType.COMMENT_EDITED])
def test_an_event_that_nobody_is_notified_of_fails_nothing(event_type: EventType, office: Office) -> None:
    person = office.person()
    assert office.deliver(make.event(type=event_type, recipient_ids=(person.id,))) == ALL_DONE
    assert office.told(person) == set()


def test_an_event_told_to_nobody_is_done(office: Office) -> None:
    assert office.deliver(make.event(type=EventType.TASK_CREATED, recipient_ids=())) == ALL_DONE


@pytest.mark.parametrize(
    "error",
    [
        ClientError({"Error": {"Code": "ProvisionedThroughputExceededException", "Message": "No"}}, "PutItem"),
        ReadTimeoutError(endpoint_url="https://dynamodb.example.com"),
    ],
    ids=["throttled", "timed out"],
)
def test_one_persons_failure_is_brought_again_and_keeps_nobody_else_from_their_entry(
    error: Exception, office: Office, moto_table: Table, caplog: pytest.LogCaptureFixture
) -> None:
    grace, joan = office.person(), office.person()

    class Throttled(InboxRepository):
        def put(self, user_id: str, event: Event, now: datetime) -> bool:
            if user_id == grace.id:
                raise error
            return super().put(user_id, event, now)

    throttled = replace(office.inboxes, inbox=Throttled(moto_table.client, moto_table.name))
    both = make.event(recipient_ids=(grace.id, joan.id), request_id="request-1")
    one = make.event(recipient_ids=(joan.id,))
    records = [queue_record(both, "both"), queue_record(one, "one")]
    assert fill_inboxes(records, throttled) == bring_again("both")
    [failed] = [row.__dict__ for row in caplog.records if row.levelname == "ERROR"]
    assert (failed["event_id"], failed["request_id"], failed["user_id"]) == (both.id, "request-1", grace.id)
    assert (office.told(grace), office.told(joan)) == (set(), {both.id, one.id})
    assert fill_inboxes(records, office.inboxes) == ALL_DONE
    assert (office.told(grace), office.told(joan)) == ({both.id}, {both.id, one.id})


def test_an_event_brought_twice_is_one_entry_and_stays_read(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    grace = office.person()
    event = make.event(recipient_ids=(grace.id,))
    assert office.deliver(event, event) == ALL_DONE
    assert counted(capsys) == ([1.0], [0.0])
    office.inboxes.inbox.mark_read(grace.id, [event.id], make.NOW)
    assert office.deliver(event) == ALL_DONE
    assert office.inboxes.inbox.count_unread(grace.id, make.NOW) == 0


def test_an_address_that_mail_came_back_from_is_told_in_the_inbox(office: Office) -> None:
    grace = office.person(address_status=AddressStatus.BOUNCED)
    event = make.event(recipient_ids=(grace.id,))
    assert office.deliver(event) == ALL_DONE
    assert office.told(grace) == {event.id}


def test_each_recipient_gets_an_entry_and_the_batch_reads_people_once(
    office: Office, moto_table: Table, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger=fill_inbox.WORKER)
    grace, joan = office.person(), office.person()
    calls: list[str] = []

    def count(model: Any, **_: Any) -> None:
        calls.append(model.name)

    moto_table.client.meta.events.register("before-call.dynamodb.*", count)
    events = [make.event(recipient_ids=(grace.id, joan.id), request_id=f"request-{at}") for at in range(3)]
    assert office.deliver(*events) == ALL_DONE
    assert calls == ["BatchGetItem"] + ["PutItem"] * 6
    assert office.told(grace) == office.told(joan) == {event.id for event in events}
    assert counted(capsys) == ([6.0], [0.0])
    assert logged(caplog, "event_id") == [event.id for event in events]
    assert logged(caplog, "request_id") == [event.request_id for event in events]


def test_the_handler_fills_the_inboxes_of_the_table_in_its_settings(
    office: Office, moto_table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TABLE_NAME", moto_table.name)
    monkeypatch.setenv("AWS_REGION", REGION)
    fill_inbox._inboxes.cache_clear()
    grace = office.person()
    event = make.event(recipient_ids=(grace.id,))
    assert fill_inbox.handler({"Records": [queue_record(event)]}, None) == ALL_DONE
    fill_inbox._inboxes.cache_clear()
    assert fill_inbox._inboxes().clock().tzinfo is not None
    assert office.told(grace) == {event.id}
