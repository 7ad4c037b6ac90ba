"""Many items by key."""

import boto3
import pytest
from botocore.stub import ANY, Stubber

from app.domain.errors import Unfinished
from app.repositories.attempts import ATTEMPTS
from app.repositories.attributes import to_attributes
from app.repositories.batches import get_items
from app.repositories.transactions import put, write_transaction
from tests.conftest import REGION, Table


def key(number: int) -> dict[str, str]:
    return {"PK": f"TASK#{number}", "SK": "METADATA"}


def test_no_keys_need_no_request() -> None:
    client = boto3.client("dynamodb", region_name=REGION)
    with Stubber(client):
        assert get_items(client, "baton", []) == []


def test_more_than_a_hundred_keys_are_read_and_missing_ones_left_out(table: Table) -> None:
    for start in (0, 75):
        steps = [put({**key(number), "number": number}) for number in range(start, start + 75)]
        write_transaction(table.client, table.name, steps)
    found = get_items(table.client, table.name, [key(number) for number in range(160)])
    assert sorted(item["number"] for item in found) == list(range(150))


def test_what_dynamodb_leaves_over_is_asked_for_again() -> None:
    client = boto3.client("dynamodb", region_name=REGION)
    left = {"baton": {"Keys": [to_attributes(key(2))], "ConsistentRead": True}}
    with Stubber(client) as stub:
        first = {"Responses": {"baton": [to_attributes(key(1))]}, "UnprocessedKeys": left}
        stub.add_response("batch_get_item", first, {"RequestItems": ANY})
        stub.add_response("batch_get_item", {"Responses": {"baton": [to_attributes(key(2))]}}, {"RequestItems": left})
        assert get_items(client, "baton", [key(1), key(2)]) == [key(1), key(2)]


def test_where_dynamodb_leaves_something_over_time_after_time_it_is_busy() -> None:
    client = boto3.client("dynamodb", region_name=REGION)
    left = {"baton": {"Keys": [to_attributes(key(1))], "ConsistentRead": True}}
    with Stubber(client) as stub:
        for _ in range(ATTEMPTS):
            stub.add_response("batch_get_item", {"Responses": {}, "UnprocessedKeys": left}, {"RequestItems": left})
        with pytest.raises(Unfinished):
            get_items(client, "baton", [key(1)])
        stub.assert_no_pending_responses()
