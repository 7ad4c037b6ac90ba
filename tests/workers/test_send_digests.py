"""Digests: one mail per bulk action and person, a second for a straggler, and nothing lost or told twice."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import boto3
import pytest
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.ses.models import ses_backends

from app.domain.events import Event, EventType
from app.domain.people import AccountStatus, AddressStatus, User
from app.repositories.deliveries import LEASE, DeliveryLedger
from app.repositories.digests import DigestPart
from app.repositories.table import digest_mail_key
from tests import factories as make
from tests.conftest import REGION, Table
from tests.lambda_events import queue_record_of
from tests.workers.post_office import ALL_DONE, PASSING, Forgetful, Office, all_logged, bring_again
from workers import send_digests as worker
from workers.digest_queue import DigestDue, message_of
from workers.send_digests import handler, send_digests
from workers.sending_by_ses import Unsendable

SECOND = timedelta(seconds=1)


@pytest.fixture
def office(moto_table: Table) -> Office:
    return Office(moto_table)


@pytest.fixture
def grace(office: Office) -> User:
    return office.person()


def collect(office: Office, person: User, count: int, **fields: Any) -> str:
    """A batch of a bulk action's events, a second after the last; gives the message about it."""
    office.clock.now += SECOND
    for _ in range(count):
        event = make.event(bulk_id="bulk", recipient_ids=(person.id,), **fields)
        office.digests.collect("bulk", person.id, DigestPart(event, office.clock.now))
    return message_of(DigestDue("bulk", person.id, office.clock.now))


def entry(office: Office, person: User, number: int = 0) -> dict[str, Any]:
    return office.entry(digest_mail_key("bulk", person.id, number))


NO_MESSAGES = ["", "{", "[]", "null", "{}", '{"bulkId": "b", "userId": "u"}']
NO_TIMES = ["2026", "2026-03-02T09:30:00", 7, None]


@pytest.mark.parametrize(
    "body", [*NO_MESSAGES, *(json.dumps({"bulkId": "b", "userId": "u", "collectedUpTo": at}) for at in NO_TIMES)]
)
def test_a_message_that_can_never_be_read_is_set_aside_and_delays_nobody(
    body: str, office: Office, grace: User
) -> None:
    assert office.deliver_digests(body, collect(office, grace, 2)) == bring_again("message-0")
    assert office.outbox.subjects == ["Someone assigned you to 2 tasks"]


@pytest.mark.parametrize(
    "change",
    [{"status": AccountStatus.DEACTIVATED}, {"notifications": {}}, {"address_status": AddressStatus.BOUNCED}],
)
def test_whoever_said_no_since_the_events_were_collected_gets_no_mail_also_later(
    change: dict[str, Any], office: Office, grace: User
) -> None:
    message = collect(office, grace, 2)
    office.people.save(grace, replace(grace, version=2, **change))
    assert office.deliver_digests(message) == ALL_DONE
    assert entry(office, grace)["state"] == "SKIPPED"
    office.people.save(replace(grace, version=2, **change), replace(grace, version=3))
    assert office.deliver_digests(message) == ALL_DONE
    assert office.outbox.sent == []


def test_whoever_has_no_profile_any_more_gets_no_mail(office: Office) -> None:
    assert office.deliver_digests(collect(office, make.user(), 2)) == ALL_DONE
    assert office.outbox.sent == []


def test_a_message_about_nothing_is_done(office: Office, grace: User) -> None:
    assert office.deliver_digests(collect(office, grace, 0)) == ALL_DONE
    assert office.outbox.sent == []


def test_an_event_that_no_mail_can_be_made_of_delays_nobody_else(office: Office, grace: User) -> None:
    joan = office.person("joan@example.com")
    broken = collect(office, grace, 2, type=EventType.STATUS_CHANGED)
    assert office.deliver_digests(broken, collect(office, joan, 2)) == bring_again("message-0")
    assert office.outbox.addresses == ["joan@example.com"]


@pytest.mark.parametrize("error", PASSING)
def test_a_passing_failure_is_brought_again_and_mails_the_very_same_later(
    error: Exception, office: Office, grace: User
) -> None:
    message = collect(office, grace, 3)
    office.outbox.failures = {"grace@example.com": error}
    assert office.deliver_digests(message) == bring_again("message-0")
    office.outbox.failures = {}
    assert office.deliver_digests(message) == bring_again("message-0")  # its lease is still alive
    office.clock.now += LEASE + SECOND
    assert office.deliver_digests(message) == ALL_DONE
    assert office.outbox.subjects == ["Someone assigned you to 3 tasks"]
    assert (entry(office, grace)["state"], entry(office, grace)["attempts"]) == ("SENT", 2)


def test_what_is_refused_for_good_is_not_tried_again(office: Office, grace: User) -> None:
    message = collect(office, grace, 2)
    office.outbox.failures = {"grace@example.com": Unsendable("MessageRejected")}
    assert office.deliver_digests(message) == ALL_DONE
    assert (entry(office, grace)["state"], entry(office, grace)["note"]) == ("FAILED", "MessageRejected")
    office.outbox.failures = {}
    assert office.deliver_digests(message) == ALL_DONE
    assert office.outbox.sent == []


def test_a_mail_that_was_begun_is_ended_as_it_was_before_what_came_in_since(office: Office, grace: User) -> None:
    first = collect(office, grace, 2)
    forgetful = Forgetful(office.table.client, office.table.name)
    assert send_digests([queue_record_of(first)], office.digest_post(forgetful)) == bring_again("message-1")
    second = collect(office, grace, 3)
    assert office.deliver_digests(second) == bring_again("message-0")
    office.clock.now += LEASE + SECOND
    assert office.deliver_digests(second) == ALL_DONE
    # The first two went out twice: the one documented window, known by the attempts.
    assert office.outbox.subjects == [f"Someone assigned you to {count} tasks" for count in (2, 2, 3)]
    assert [entry(office, grace, number)["attempts"] for number in (0, 1)] == [2, 1]
    assert office.deliver_digests(first) == ALL_DONE
    assert len(office.outbox.sent) == 3


def test_a_mail_that_was_begun_is_given_up_where_the_person_said_no_since(office: Office, grace: User) -> None:
    message = collect(office, grace, 2)
    office.outbox.failures = {"grace@example.com": PASSING[0]}
    office.deliver_digests(message)
    office.people.save(grace, replace(grace, version=2, notifications={}))
    office.clock.now += LEASE + SECOND
    assert office.deliver_digests(message) == ALL_DONE
    assert entry(office, grace)["state"] == "SKIPPED"


def test_of_two_messages_side_by_side_one_mails_and_the_other_finds_it_done(office: Office, grace: User) -> None:
    message = collect(office, grace, 2)
    overtaken: list[dict[str, Any]] = []

    class Slow(DeliveryLedger):
        """Before it leases, another worker mails the same digest from start to end."""

        def lease(self, *arguments: Any) -> None:
            overtaken.append(office.deliver_digests(message))
            super().lease(*arguments)

    slow = office.digest_post(Slow(office.table.client, office.table.name))
    assert send_digests([queue_record_of(message)], slow) == bring_again("message-1")
    assert overtaken == [ALL_DONE]
    assert office.deliver_digests(message) == ALL_DONE
    assert len(office.outbox.sent) == 1


def test_no_log_line_holds_an_address_a_token_or_what_somebody_wrote(
    office: Office, grace: User, caplog: pytest.LogCaptureFixture
) -> None:
    message = collect(office, grace, 2, title="a secret word", request_id="request-1")
    office.outbox.failures = {"grace@example.com": PASSING[0]}
    office.deliver_digests(message, '{"to": "grace@example.com"')
    office.outbox.failures = {}
    office.clock.now += LEASE + SECOND
    office.deliver_digests(message)
    written = all_logged(caplog)
    assert "TooManyRequestsException" in written
    assert "request-1" in written
    assert not any(private in written for private in ("@example.com", "secret word", "token", "ASSIGNED."))


def test_the_message_of_the_last_batch_mails_what_all_batches_collected(office: Office, grace: User) -> None:
    messages = [collect(office, grace, 10) for _ in range(3)]
    assert office.deliver_digests(*messages[:2]) == ALL_DONE
    assert office.outbox.sent == []
    assert office.deliver_digests(messages[2]) == ALL_DONE
    assert office.deliver_digests(*reversed(messages)) == ALL_DONE
    assert office.outbox.subjects == ["Someone assigned you to 30 tasks"]


def test_a_straggler_gets_a_mail_of_its_own_rather_than_be_lost(office: Office, grace: User) -> None:
    office.deliver_digests(collect(office, grace, 2))
    late = collect(office, grace, 1, title="Late")
    assert office.deliver_digests(late) == ALL_DONE
    assert office.outbox.subjects == ["Someone assigned you to 2 tasks", "Someone assigned you to Late"]


def test_a_digest_of_one_event_is_that_events_own_mail(office: Office, grace: User) -> None:
    message = collect(office, grace, 1, title="Write")
    (event_id,) = office.digests.find("bulk", grace.id).parts
    office.deliver_digests(message)
    (sent,) = office.outbox.sent
    assert (sent.subject, sent.tags["event"]) == ("Someone assigned you to Write", event_id)


def test_reminders_of_a_day_are_one_summary_that_names_nobody(office: Office, grace: User) -> None:
    day: list[Event] = [make.reminder(EventType.TASK_OVERDUE, "2026-03-01", recipient_ids=(grace.id,)) for _ in "123"]
    office.deliver(*[replace(event, bulk_id="TASK_OVERDUE-2026-03-02") for event in day])
    assert office.deliver_digests(*office.messages.bodies) == ALL_DONE
    (sent,) = office.outbox.sent
    assert sent.subject == "3 tasks are overdue"
    assert "Someone" not in sent.text


def test_the_person_who_did_it_is_named_and_what_was_sent_is_counted(
    office: Office, grace: User, capsys: pytest.CaptureFixture[str]
) -> None:
    ada = office.person("ada@example.com", name="Ada Admin")
    office.deliver_digests(collect(office, grace, 2, actor_id=ada.id))
    assert office.outbox.subjects == ["Ada Admin assigned you to 2 tasks"]
    counted = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert [counted[name] for name in ("EmailsSent", "EmailsSkipped", "EmailsFailed")] == [[1.0], [0.0], [0.0]]


@pytest.fixture
def environment(moto_table: Table, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    boto3.client("ses", region_name=REGION).verify_email_identity(EmailAddress="baton@example.com")
    monkeypatch.setenv("TABLE_NAME", moto_table.name)
    monkeypatch.setenv("PAGE_ORIGIN", "https://baton.example.com")
    monkeypatch.setenv("API_URL", "https://api.example.com")
    monkeypatch.setenv("SIGNING_KEY", "thirty-two characters of a secret")
    monkeypatch.setenv("MAIL_SENDER", "Baton <baton@example.com>")
    worker._post.cache_clear()
    yield
    worker._post.cache_clear()


@pytest.mark.usefixtures("environment")
def test_the_lambda_mails_a_digest_once(office: Office, grace: User) -> None:
    event = {"Records": [queue_record_of(collect(office, grace, 2))]}
    for _ in range(2):
        assert handler(event, None) == ALL_DONE
    (sent,) = ses_backends[DEFAULT_ACCOUNT_ID][REGION].sent_messages
    assert sent.subject == "Someone assigned you to 2 tasks"
