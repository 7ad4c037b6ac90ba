"""Transactions: all or nothing, refusals told apart, conflicts tried again, and nothing else."""

from collections.abc import Callable
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError
from botocore.stub import ANY, Stubber

from app.domain.errors import Unfinished
from app.repositories.attempts import ATTEMPTS
from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.table import Item
from app.repositories.transactions import check, delete, put, update, write_transaction
from tests.conftest import REGION, Table

KEY = {"PK": "TASK#1", "SK": "METADATA"}
NEW = {**KEY, "title": "a", "version": 1}


class Refused(Exception):
    def __init__(self, item: Item | None) -> None:
        super().__init__("refused")
        self.item = item


def stored(table: Table) -> Item | None:
    answer = table.client.get_item(TableName=table.name, Key=to_attributes(KEY))
    return from_attributes(answer["Item"]) if "Item" in answer else None


def test_a_put_over_an_item_is_refused_with_the_item_that_is_there(table: Table) -> None:
    write_transaction(table.client, table.name, [put(NEW)])
    with pytest.raises(Refused) as refusal:
        write_transaction(table.client, table.name, [put({**NEW, "title": "b"}, refuse=Refused)])
    assert refusal.value.item == NEW


def test_an_update_of_nothing_is_refused_and_leaves_no_ghost(table: Table) -> None:
    with pytest.raises(Refused) as refusal:
        write_transaction(table.client, table.name, [update(KEY, {"title": "b"}, refuse=Refused)])
    assert refusal.value.item is None
    assert stored(table) is None


def test_one_refused_step_undoes_all(table: Table) -> None:
    other = {"PK": "TASK#2", "SK": "METADATA"}
    steps = [put(NEW), update(other, {"title": "b"}, refuse=Refused)]
    with pytest.raises(Refused):
        write_transaction(table.client, table.name, steps)
    assert stored(table) is None


def test_a_refusal_without_words_rises_as_it_came(table: Table) -> None:
    with pytest.raises(ClientError, match="ConditionalCheckFailed"):
        write_transaction(table.client, table.name, [update(KEY, {"title": "b"})])


def test_a_check_that_fails_is_refused(table: Table) -> None:
    step = check(KEY, "#title = :wanted", {":wanted": "b"}, {"#title": "title"}, Refused)
    write_transaction(table.client, table.name, [put(NEW)])
    with pytest.raises(Refused):
        write_transaction(table.client, table.name, [step])


def test_an_update_sets_what_has_a_value_and_removes_what_is_none(table: Table) -> None:
    write_transaction(table.client, table.name, [put({**NEW, "GSI4PK": "DUE#2026-03-09"})])
    write_transaction(table.client, table.name, [update(KEY, {"title": "b", "GSI4PK": None})])
    assert stored(table) == {**KEY, "title": "b", "version": 1}


def test_a_deleted_item_is_gone(table: Table) -> None:
    write_transaction(table.client, table.name, [put(NEW)])
    write_transaction(table.client, table.name, [delete(KEY)])
    assert stored(table) is None


def cancelled(*codes: str) -> dict[str, Any]:
    return {"CancellationReasons": [{"Code": code} for code in codes]}


type Answer = Callable[[Stubber], None]


def conflict(stub: Stubber) -> None:
    stub.add_client_error(
        "transact_write_items",
        "TransactionCanceledException",
        modeled_fields=cancelled("TransactionConflict"),
        expected_params={"TransactItems": ANY},
    )


def success(stub: Stubber) -> None:
    stub.add_response("transact_write_items", {}, {"TransactItems": ANY})


def write_against(*answers: Answer) -> None:
    client = boto3.client("dynamodb", region_name=REGION)
    with Stubber(client) as stub:
        for answer in answers:
            answer(stub)
        write_transaction(client, "baton", [put(NEW, refuse=Refused)])
        stub.assert_no_pending_responses()


def test_a_conflict_with_another_transaction_is_tried_again() -> None:
    write_against(conflict, conflict, success)


def test_a_conflict_that_does_not_pass_is_unfinished_in_the_end() -> None:
    with pytest.raises(Unfinished, match="same request again"):
        write_against(*[conflict] * ATTEMPTS)


def cancelled_for(*codes: str) -> Answer:
    def answer(stub: Stubber) -> None:
        stub.add_client_error("transact_write_items", "TransactionCanceledException", modeled_fields=cancelled(*codes))

    return answer


def refused(code: str) -> Answer:
    return lambda stub: stub.add_client_error("transact_write_items", code)


@pytest.mark.parametrize(
    "throttled",
    [
        cancelled_for("ThrottlingError"),
        cancelled_for("None", "ProvisionedThroughputExceeded", "TransactionConflict"),
        refused("ThrottlingException"),
        refused("ProvisionedThroughputExceededException"),
        refused("RequestLimitExceeded"),
    ],
)
def test_what_is_throttled_is_unfinished_at_once(throttled: Answer) -> None:
    with pytest.raises(Unfinished, match="same request again"):
        write_against(throttled)


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (cancelled_for("ValidationError"), "TransactionCanceled"),
        (cancelled_for("ValidationError", "ThrottlingError"), "TransactionCanceled"),
        (refused("ResourceNotFoundException"), "ResourceNotFound"),
    ],
)
def test_faults_rise_at_once_and_as_they_came(fault: Answer, code: str) -> None:
    with pytest.raises(ClientError, match=code):
        write_against(fault)
