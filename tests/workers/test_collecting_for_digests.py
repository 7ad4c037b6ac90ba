"""Bulk actions: their events are put aside per person, and one message per batch and person has them mailed."""

import json
from datetime import datetime, timedelta

import pytest
from botocore.exceptions import ClientError

from app.domain.people import AccountStatus
from app.repositories.deliveries import AlreadyDelivered
from app.repositories.digests import DigestPart, DigestRepository
from app.repositories.table import delivery_key
from tests import factories as make
from tests.conftest import Table
from tests.lambda_events import queue_record
from tests.workers.post_office import ALL_DONE, TIMED_OUT, Office, bring_again, refusal
from workers.send_emails import send_emails

LATER = timedelta(seconds=5)


@pytest.fixture
def office(moto_table: Table) -> Office:
    return Office(moto_table)


def announced(office: Office) -> list[tuple[str, str, datetime]]:
    messages = [json.loads(body) for body in office.messages.bodies]
    return [
        (message["bulkId"], message["userId"], datetime.fromisoformat(message["collectedUpTo"])) for message in messages
    ]


def test_whoever_wants_no_mail_gets_no_digest_either_also_later(office: Office) -> None:
    gone = office.person(status=AccountStatus.DEACTIVATED)
    event = make.event(bulk_id="bulk", recipient_ids=(gone.id, make.user_id()))
    assert office.deliver(event) == ALL_DONE
    assert office.messages.bodies == []
    assert office.digests.find("bulk", gone.id).parts == {}
    with pytest.raises(AlreadyDelivered):
        office.ledger.lease(delivery_key(event.id, gone.id), office.clock.now)


@pytest.mark.parametrize("error", [refusal("ServiceUnavailable"), TIMED_OUT])
def test_what_could_not_be_announced_is_brought_again_and_delays_nobody(error: Exception, office: Office) -> None:
    grace, joan = office.person("grace@example.com"), office.person("joan@example.com")
    office.messages.out = error
    bulk = [make.event(bulk_id="bulk", recipient_ids=(grace.id,)) for _ in range(2)]
    plain = make.event(recipient_ids=(joan.id,))
    assert office.deliver(bulk[0], plain, bulk[1]) == bring_again("message-0", "message-2")
    assert office.outbox.addresses == ["joan@example.com"]


def test_of_a_partly_refused_announcement_only_its_own_messages_are_brought_again(office: Office) -> None:
    grace, joan = office.person("grace@example.com"), office.person("joan@example.com")
    office.messages.refused = {grace.id}
    events = [make.event(bulk_id="bulk", recipient_ids=(person.id,)) for person in (joan, grace, joan)]
    assert office.deliver(*events) == bring_again("message-1")
    assert announced(office) == [("bulk", joan.id, make.NOW)]
    office.messages.refused = set()
    assert office.deliver(events[1]) == ALL_DONE
    assert announced(office)[1:] == [("bulk", grace.id, make.NOW)]


def test_what_could_not_be_put_aside_is_brought_again(office: Office) -> None:
    grace = office.person()

    class Away(DigestRepository):
        def collect(self, *_: object) -> None:
            raise ClientError({"Error": {"Code": "ThrottlingException", "Message": "Slow down"}}, "PutItem")

    post = office.post()
    away = type(post)(
        post.people,
        post.postage,
        Away(office.table.client, office.table.name),
        post.digest_queue,
        post.links,
        post.clock,
    )
    assert send_emails([queue_record(make.event(bulk_id="bulk", recipient_ids=(grace.id,)))], away) == bring_again(
        "message-1"
    )
    assert office.messages.bodies == []


def test_nothing_of_a_bulk_action_is_mailed_at_once(office: Office) -> None:
    grace = office.person()
    events = [make.event(bulk_id="bulk", recipient_ids=(grace.id,)) for _ in range(3)]
    assert office.deliver(*events) == ALL_DONE
    assert office.outbox.sent == []
    assert set(office.digests.find("bulk", grace.id).parts) == {event.id for event in events}


def test_a_batch_announces_each_bulk_action_and_person_once_ten_at_a_time(office: Office) -> None:
    people = [office.person(f"person-{number}@example.com") for number in range(12)]
    ids = tuple(person.id for person in people)
    events = [make.event(bulk_id=bulk_id, recipient_ids=ids) for bulk_id in ("one", "two", "one")]
    assert office.deliver(*events) == ALL_DONE
    assert sorted(announced(office)) == sorted((bulk, user_id, make.NOW) for bulk in ("one", "two") for user_id in ids)
    assert office.messages.batch_sizes == [10, 10, 4]


def test_events_brought_again_keep_their_place_and_are_announced_again(office: Office) -> None:
    grace = office.person()
    event = make.event(bulk_id="bulk", recipient_ids=(grace.id,))
    office.deliver(event)
    office.clock.now += LATER
    office.deliver(event)
    assert office.digests.find("bulk", grace.id).parts == {event.id: DigestPart(event, make.NOW)}
    assert [up_to for _, _, up_to in announced(office)] == [make.NOW, make.NOW + LATER]


def test_what_was_put_aside_is_counted(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    grace = office.person()
    office.deliver(*[make.event(bulk_id="bulk", recipient_ids=(grace.id,)) for _ in range(3)])
    counted = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (counted["EmailsCollected"], counted["EmailsSent"]) == ([3.0], [0.0])
