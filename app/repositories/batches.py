"""Many items by key: a hundred a round trip, asking a few times more for what DynamoDB left over."""

from collections.abc import Sequence
from itertools import batched
from typing import TYPE_CHECKING

from app.repositories.attempts import attempts, busy
from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.table import Item, Key

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

KEYS_PER_REQUEST = 100  # BatchGetItem's limit


def get_items(client: "DynamoDBClient", table_name: str, keys: Sequence[Key]) -> list[Item]:
    """Those that exist, in no particular order, read consistently. Raises Unfinished where DynamoDB is too busy."""
    return [item for part in batched(keys, KEYS_PER_REQUEST) for item in _get_batch(client, table_name, part)]


def _get_batch(client: "DynamoDBClient", table_name: str, keys: Sequence[Key]) -> list[Item]:
    items: list[Item] = []
    request = {table_name: {"Keys": [to_attributes(key) for key in keys], "ConsistentRead": True}}
    for _ in attempts():
        answer = client.batch_get_item(RequestItems=request)  # type: ignore[arg-type]
        items += [from_attributes(item) for item in answer["Responses"].get(table_name, [])]
        request = answer.get("UnprocessedKeys", {})  # type: ignore[assignment]
        if not request:
            return items
    raise busy()
