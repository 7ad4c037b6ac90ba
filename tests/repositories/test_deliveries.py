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
from app.repositories.table import Item
from tests import factories as make
from tests.conftest import Table

LATER = make.NOW + LEASE + timedelta(seconds=1)


@pytest.fixture
def ledger(table: Table) -> DeliveryLedger:
    return DeliveryLedger(table.client, table.name)


def entry(table: Table) -> Item:
    key = to_attributes({"PK": "EVENT#E1", "SK": "EMAIL#ada"})
    return from_attributes(table.client.get_item(TableName=table.name, Key=key)["Item"])


def test_a_live_lease_is_left_to_its_holder(ledger: DeliveryLedger) -> None:
    ledger.lease("E1", "ada", make.NOW)
    with pytest.raises(DeliveryInProgress):
        ledger.lease("E1", "ada", make.NOW + LEASE)


@pytest.mark.parametrize("state", [DeliveryState.SENT, DeliveryState.FAILED])
def test_what_has_ended_is_never_leased_again(ledger: DeliveryLedger, state: DeliveryState) -> None:
    ledger.lease("E1", "ada", make.NOW)
    ledger.close("E1", "ada", state, "note")
    with pytest.raises(AlreadyDelivered):
        ledger.lease("E1", "ada", LATER)


def test_what_was_skipped_is_never_sent_later(ledger: DeliveryLedger) -> None:
    ledger.skip("E1", "ada", make.NOW)
    with pytest.raises(AlreadyDelivered):
        ledger.lease("E1", "ada", LATER)


def test_a_lease_whose_holder_died_is_taken_over(ledger: DeliveryLedger) -> None:
    ledger.lease("E1", "ada", make.NOW)
    ledger.lease("E1", "ada", LATER)
    with pytest.raises(DeliveryInProgress):
        ledger.lease("E1", "ada", LATER)


def test_events_and_people_are_kept_apart(ledger: DeliveryLedger) -> None:
    for event_id, user_id in (("E1", "ada"), ("E1", "grace"), ("E2", "ada")):
        ledger.lease(event_id, user_id, make.NOW)


def test_an_entry_keeps_the_messages_id_and_goes_after_ninety_days(ledger: DeliveryLedger, table: Table) -> None:
    ledger.lease("E1", "ada", make.NOW)
    ledger.close("E1", "ada", DeliveryState.SENT, "message-1")
    found = entry(table)
    assert (found["state"], found["note"]) == ("SENT", "message-1")
    assert found["expiresAt"] == int((make.NOW + timedelta(days=90)).timestamp())
    assert "leaseUntil" not in found


@pytest.mark.dynamodb_local
def test_of_many_workers_at_once_one_gets_the_lease(dynamodb_local_table: Table) -> None:
    ledger = DeliveryLedger(dynamodb_local_table.client, dynamodb_local_table.name)

    def lease() -> bool:
        try:
            ledger.lease("E1", "ada", make.NOW)
        except DeliveryInProgress:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        assert sum(attempt.result() for attempt in [threads.submit(lease) for _ in range(16)]) == 1
