"""Digests in the table: each part once, whole, and beside the mails made of it."""

from datetime import timedelta

import pytest

from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.deliveries import DeliveryLedger, DeliveryState
from app.repositories.digests import DigestMail, DigestPart, DigestRepository
from app.repositories.table import digest_mail_key, digest_part_key
from tests import factories as make
from tests.conftest import Table

LATER = make.NOW + timedelta(seconds=5)


@pytest.fixture
def digests(table: Table) -> DigestRepository:
    return DigestRepository(table.client, table.name)


def test_there_is_nothing_where_nothing_was_collected(digests: DigestRepository) -> None:
    digest = digests.find("bulk", "ada")
    assert (digest.parts, digest.mails) == ({}, ())


def test_people_and_bulk_actions_are_kept_apart(digests: DigestRepository) -> None:
    part = DigestPart(make.event(), make.NOW)
    digests.collect("bulk", "ada", part)
    assert digests.find("bulk", "grace").parts == {}
    assert digests.find("other", "ada").parts == {}


def test_a_part_collected_twice_is_there_once_since_the_first_time(digests: DigestRepository) -> None:
    event = make.event(bulk_id="bulk")
    for at in (make.NOW, LATER):
        digests.collect("bulk", "ada", DigestPart(event, at))
    assert digests.find("bulk", "ada").parts == {event.id: DigestPart(event, make.NOW)}


def test_an_event_comes_back_whole(digests: DigestRepository) -> None:
    event = make.comment_event("Größe ✓", bulk_id="bulk", request_id="request-1")
    digests.collect("bulk", "ada", DigestPart(event, make.NOW))
    assert digests.find("bulk", "ada").parts[event.id].event == event


def test_a_part_goes_after_ninety_days(digests: DigestRepository, table: Table) -> None:
    event = make.event()
    digests.collect("bulk", "ada", DigestPart(event, make.NOW))
    key = to_attributes(digest_part_key("bulk", "ada", event.id))
    item = from_attributes(table.client.get_item(TableName=table.name, Key=key)["Item"])
    assert item["expiresAt"] == int((make.NOW + timedelta(days=90)).timestamp())


def test_the_mails_so_far_tell_their_events_and_how_they_ended(digests: DigestRepository, table: Table) -> None:
    ledger = DeliveryLedger(table.client, table.name)
    for number, event_ids in enumerate((["E1", "E2"], ["E3"])):
        ledger.lease(digest_mail_key("bulk", "ada", number), make.NOW, {"eventIds": event_ids})
    ledger.close(digest_mail_key("bulk", "ada", 0), DeliveryState.SENT, "message-1")
    assert digests.find("bulk", "ada").mails == (
        DigestMail(0, ("E1", "E2"), DeliveryState.SENT),
        DigestMail(1, ("E3",), DeliveryState.IN_PROGRESS),
    )


def test_a_digest_of_more_than_one_page_is_found_whole(digests: DigestRepository) -> None:
    events = [make.comment_event("x" * 10_000) for _ in range(120)]
    for event in events:
        digests.collect("bulk", "ada", DigestPart(event, make.NOW))
    assert set(digests.find("bulk", "ada").parts) == {event.id for event in events}
