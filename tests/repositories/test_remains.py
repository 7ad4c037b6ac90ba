"""What a removed task leaves behind."""

import boto3
import pytest
from botocore.stub import ANY, Stubber

from app.domain.errors import Unfinished
from app.repositories.attempts import ATTEMPTS
from app.repositories.remains import RemainsRepository
from app.repositories.transactions import put, write_transaction
from tests.conftest import REGION, Table


def test_all_of_a_task_goes_and_nothing_of_another(table: Table) -> None:
    for task_id in ("one", "two"):
        for start in (0, 60):
            steps = [put({"PK": f"TASK#{task_id}", "SK": f"COMMENT#{number}"}) for number in range(start, start + 60)]
            write_transaction(table.client, table.name, steps)
    remains = RemainsRepository(table.client, table.name)
    assert [remains.remove("one"), remains.remove("one"), remains.remove("two")] == [120, 0, 120]


def test_what_dynamodb_leaves_over_is_asked_for_again() -> None:
    client = boto3.client("dynamodb", region_name=REGION)
    key = {"PK": {"S": "TASK#one"}, "SK": {"S": "COMMENT#1"}}
    left = {"baton": [{"DeleteRequest": {"Key": key}}]}
    with Stubber(client) as stub:
        stub.add_response("query", {"Items": [key]})
        stub.add_response("batch_write_item", {"UnprocessedItems": left}, {"RequestItems": ANY})
        stub.add_response("batch_write_item", {"UnprocessedItems": {}}, {"RequestItems": left})
        assert RemainsRepository(client, "baton").remove("one") == 1
        stub.assert_no_pending_responses()


def test_where_dynamodb_leaves_something_over_time_after_time_it_is_busy() -> None:
    client = boto3.client("dynamodb", region_name=REGION)
    key = {"PK": {"S": "TASK#one"}, "SK": {"S": "COMMENT#1"}}
    left = {"baton": [{"DeleteRequest": {"Key": key}}]}
    with Stubber(client) as stub:
        stub.add_response("query", {"Items": [key]})
        for _ in range(ATTEMPTS):
            stub.add_response("batch_write_item", {"UnprocessedItems": left}, {"RequestItems": left})
        with pytest.raises(Unfinished):
            RemainsRepository(client, "baton").remove("one")
        stub.assert_no_pending_responses()
