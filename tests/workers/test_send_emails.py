"""Sending: one mail per event and person, never two, none to whoever does not want it, and none lost."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from jinja2 import UndefinedError

from app.domain.events import NOTIFICATION_OF, EventType
from app.domain.people import AccountStatus, AddressStatus, Channel, Notification
from app.repositories.deliveries import LEASE, AlreadyDelivered, DeliveryInProgress
from app.repositories.table import delivery_key
from tests import factories as make
from tests.conftest import Table
from tests.lambda_events import queue_record, queue_record_of
from tests.workers.post_office import ALL_DONE, PASSING, Forgetful, Office, all_logged, bring_again
from workers.links import Links
from workers.send_emails import send_emails
from workers.sending_by_ses import Unsendable


@pytest.fixture
def office(moto_table: Table) -> Office:
    return Office(moto_table)


@pytest.mark.parametrize("body", ["", "{", "[]", "null", "7", "{}", '{"schema": 2}', '{"schema": 1, "type": "X"}'])
def test_a_message_that_is_no_event_is_set_aside_and_delays_nobody(body: str, office: Office) -> None:
    grace = office.person("grace@example.com")
    records = [queue_record_of(body, "broken"), queue_record(make.event(recipient_ids=(grace.id,)), "fine")]
    assert send_emails(records, office.post()) == bring_again("broken")
    assert office.outbox.addresses == ["grace@example.com"]


@pytest.mark.parametrize(
    "fields",
    [
        {"status": AccountStatus.DEACTIVATED},
        {"notifications": {Notification.ASSIGNED: frozenset({Channel.INBOX})}},
        {"notifications": {}},
        {"address_status": AddressStatus.BOUNCED},
        {"address_status": AddressStatus.COMPLAINED},
    ],
)
def test_whoever_left_or_wants_no_mail_gets_none_also_later(fields: dict[str, Any], office: Office) -> None:
    person = office.person("grace@example.com", **fields)
    event = make.event(recipient_ids=(person.id,))
    assert office.deliver(event) == ALL_DONE
    assert office.outbox.sent == []
    with pytest.raises(AlreadyDelivered):
        office.ledger.lease(delivery_key(event.id, person.id), office.clock.now)


def test_whoever_has_no_profile_gets_no_mail(office: Office) -> None:
    assert office.deliver(make.event()) == ALL_DONE
    assert office.outbox.sent == []


def test_an_event_that_no_mail_can_be_made_of_delays_nobody_else(office: Office) -> None:
    first, second = office.person("first@example.com"), office.person("second@example.com")
    broken = make.event(type=EventType.STATUS_CHANGED, recipient_ids=(first.id,))
    sound = make.event(recipient_ids=(second.id,))
    records = [queue_record(broken, "broken"), queue_record(sound, "sound")]
    assert send_emails(records, office.post()) == bring_again("broken")
    assert office.outbox.addresses == ["second@example.com"]


@pytest.mark.parametrize("error", [TypeError("no text"), AttributeError("no name"), UndefinedError("no such value")])
def test_a_mail_that_breaks_while_it_is_made_delays_nobody_else(error: Exception, office: Office) -> None:
    grace = office.person("grace@example.com")
    broken, sound = make.event(recipient_ids=(grace.id,)), make.event(recipient_ids=(grace.id,), title="Sound")

    class Torn(Links):
        def task(self, task_id: str) -> str:
            if task_id == broken.task_id:
                raise error
            return super().task(task_id)

    post = replace(office.post(), links=Torn("https://baton.example.com", "https://api.example.com", b"key"))
    records = [queue_record(broken, "broken"), queue_record(sound, "sound")]
    assert send_emails(records, post) == bring_again("broken")
    assert office.outbox.subjects == ["Someone assigned you to Sound"]


def test_a_kind_of_event_that_is_never_mailed_is_skipped(office: Office) -> None:
    person = office.person("first@example.com")
    event = make.event(type=EventType.TASK_RESTORED, recipient_ids=(person.id,))
    assert send_emails([queue_record(event, "one")], office.post()) == ALL_DONE
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
    office.ledger.lease(delivery_key(event.id, grace.id), office.clock.now)
    assert office.deliver(event) == bring_again("message-0")
    office.clock.now += LEASE + timedelta(seconds=1)
    assert office.deliver(event) == ALL_DONE
    assert len(office.outbox.sent) == 1


@pytest.mark.parametrize("error", PASSING)
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

    assert send_emails(
        [queue_record(event)], office.post(Forgetful(office.table.client, office.table.name))
    ) == bring_again("message-1")
    with pytest.raises(DeliveryInProgress):
        office.ledger.lease(delivery_key(event.id, grace.id), office.clock.now)
    assert office.deliver(event) == bring_again("message-0")
    assert len(office.outbox.sent) == 1
    office.clock.now += LEASE + timedelta(seconds=1)
    assert office.deliver(event) == ALL_DONE
    # The one window in which a mail goes out twice, and how it is known afterwards.
    assert len(office.outbox.sent) == 2
    assert office.entry(delivery_key(event.id, grace.id))["attempts"] == 2


@pytest.mark.parametrize("error", [*PASSING, Unsendable("MessageRejected")])
def test_no_log_line_holds_an_address_a_token_or_what_somebody_wrote(
    error: Exception, office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    grace, joan = office.person("grace@example.com"), office.person("joan@example.com")
    office.outbox.failures = {"grace@example.com": error}
    office.deliver(make.comment_event("a secret word", recipient_ids=(grace.id, joan.id), request_id="request-1"))
    send_emails([queue_record_of('{"email": "grace@example.com"', "broken")], office.post())
    written = all_logged(caplog)
    assert "request-1" in written
    assert not any(private in written for private in ("@example.com", "secret word", "token", "COMMENTED."))


@pytest.mark.parametrize("event_type", NOTIFICATION_OF)
def test_whatever_people_can_be_told_about_is_mailed(event_type: EventType, office: Office) -> None:
    grace = office.person()
    changes = {
        EventType.STATUS_CHANGED: make.status_change("OPEN", "IN_PROGRESS"),
        EventType.COMMENT_ADDED: make.comment_event("Looks good"),
    }
    event = changes.get(event_type, make.reminder(event_type, "2026-03-03"))
    assert office.deliver(replace(event, recipient_ids=(grace.id,))) == ALL_DONE
    assert office.outbox.addresses == ["grace@example.com"]


def test_each_recipient_gets_a_mail_of_their_own_that_names_the_actor(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    ada, grace, joan = (office.person(f"{name}@example.com", name=name) for name in ("ada", "grace", "joan"))
    assert office.deliver(make.event(actor_id=ada.id, recipient_ids=(grace.id, joan.id))) == ALL_DONE
    assert office.outbox.addresses == ["grace@example.com", "joan@example.com"]
    assert all(email.subject.startswith("ada assigned you") for email in office.outbox.sent)
    counted = json.loads(capsys.readouterr().out.splitlines()[-1])
    names = ("EmailsSent", "EmailsSkipped", "EmailsFailed", "EmailsCollected")
    assert [counted[name] for name in names] == [[2.0], [0.0], [0.0], [0.0]]
