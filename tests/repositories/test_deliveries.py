"""The ledger of deliveries: one lease at a time, and none where there is nothing left to do."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.deliveries import (
    LEASE,
    AlreadyDelivered,
    DeliveryInProgress,
    DeliveryLedger,
    DeliveryState,
)
from app.repositories.table import Item, delivery_key, digest_mail_key
from tests import factories as make
from tests.conftest import Table

LATER = make.NOW + LEASE + timedelta(seconds=1)
KEY = delivery_key("E1", "ada")


@pytest.fixture
def ledger(table: Table) -> DeliveryLedger:
    return DeliveryLedger(table.client, table.name)


def entry(table: Table) -> Item:
    return from_attributes(table.client.get_item(TableName=table.name, Key=to_attributes(KEY))["Item"])


def test_a_live_lease_is_left_to_its_holder(ledger: DeliveryLedger) -> None:
    ledger.lease(KEY, make.NOW)
    with pytest.raises(DeliveryInProgress):
        ledger.lease(KEY, make.NOW + LEASE)


def test_a_table_that_is_away_says_nothing_of_a_delivery(table: Table) -> None:
    with pytest.raises(table.client.exceptions.ResourceNotFoundException):
        DeliveryLedger(table.client, "no-such-table").lease(KEY, make.NOW)


@pytest.mark.parametrize("state", [DeliveryState.SENT, DeliveryState.FAILED])
def test_what_has_ended_is_never_leased_again(ledger: DeliveryLedger, state: DeliveryState) -> None:
    ledger.lease(KEY, make.NOW)
    ledger.close(KEY, state, "note")
    with pytest.raises(AlreadyDelivered):
        ledger.lease(KEY, LATER)


def test_what_was_skipped_is_never_sent_later(ledger: DeliveryLedger) -> None:
    ledger.skip(KEY, make.NOW)
    with pytest.raises(AlreadyDelivered):
        ledger.lease(KEY, LATER)


def test_a_lease_whose_holder_died_is_taken_over(ledger: DeliveryLedger) -> None:
    ledger.lease(KEY, make.NOW)
    ledger.lease(KEY, LATER)
    with pytest.raises(DeliveryInProgress):
        ledger.lease(KEY, LATER)


def test_what_came_to_be_unwanted_after_its_holder_died_is_skipped(ledger: DeliveryLedger, table: Table) -> None:
    ledger.lease(KEY, make.NOW)
    with pytest.raises(DeliveryInProgress):
        ledger.skip(KEY, make.NOW)
    ledger.skip(KEY, LATER)
    assert entry(table)["state"] == "SKIPPED"


def test_events_people_and_digests_are_kept_apart(ledger: DeliveryLedger) -> None:
    events = [delivery_key("E1", "ada"), delivery_key("E1", "grace"), delivery_key("E2", "ada")]
    for key in (*events, digest_mail_key("E1", "ada", 0), digest_mail_key("E1", "ada", 1)):
        ledger.lease(key, make.NOW)


def test_a_mail_that_may_have_gone_out_twice_is_known_by_its_attempts(ledger: DeliveryLedger, table: Table) -> None:
    ledger.lease(KEY, make.NOW)
    assert entry(table)["attempts"] == 1
    ledger.lease(KEY, LATER)
    with pytest.raises(DeliveryInProgress):
        ledger.lease(KEY, LATER)
    ledger.close(KEY, DeliveryState.SENT, "message-1")
    assert entry(table)["attempts"] == 2


def test_what_was_never_sent_was_never_attempted(ledger: DeliveryLedger, table: Table) -> None:
    ledger.skip(KEY, make.NOW)
    assert entry(table)["attempts"] == 0


def test_an_entry_keeps_what_goes_along_with_it(ledger: DeliveryLedger, table: Table) -> None:
    ledger.lease(KEY, make.NOW, {"eventIds": ["E1", "E2"]})
    ledger.close(KEY, DeliveryState.FAILED, "MessageRejected")
    assert entry(table)["eventIds"] == ["E1", "E2"]


def test_an_entry_keeps_the_messages_id_and_goes_after_ninety_days(ledger: DeliveryLedger, table: Table) -> None:
    ledger.lease(KEY, make.NOW)
    ledger.close(KEY, DeliveryState.SENT, "message-1")
    found = entry(table)
    assert (found["state"], found["note"]) == ("SENT", "message-1")
    assert found["expiresAt"] == int((make.NOW + timedelta(days=90)).timestamp())
    assert "leaseUntil" not in found


@pytest.mark.dynamodb_local
def test_of_many_workers_at_once_one_gets_the_lease(dynamodb_local_table: Table) -> None:
    ledger = DeliveryLedger(dynamodb_local_table.client, dynamodb_local_table.name)

    def lease() -> bool:
        try:
            ledger.lease(KEY, make.NOW)
        except DeliveryInProgress:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        assert sum(attempt.result() for attempt in [threads.submit(lease) for _ in range(16)]) == 1
