"""What a task that has been removed leaves behind: assignments, comments and history, removed page by page."""

from collections.abc import Iterator, Sequence
from itertools import batched
from typing import TYPE_CHECKING, Any

from app.repositories import table
from app.repositories.attempts import attempts, busy
from app.repositories.attributes import to_attributes

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

KEYS_PER_REQUEST = 25  # BatchWriteItem's limit


class RemainsRepository:
    def __init__(self, client: "DynamoDBClient", table_name: str) -> None:
        self._client = client
        self._table_name = table_name

    def remove(self, task_id: str) -> int:
        """How many items are gone now. Doing it again, or going on where it broke off, is the same.

        Raises Unfinished where DynamoDB is too busy.
        """
        removed = 0
        for part in batched(self._keys(task_id), KEYS_PER_REQUEST):
            self._delete(part)
            removed += len(part)
        return removed

    def _keys(self, task_id: str) -> Iterator[Any]:
        answers = self._client.get_paginator("query").paginate(
            TableName=self._table_name,
            KeyConditionExpression="PK = :task",
            ExpressionAttributeValues=to_attributes({":task": table.task_key(task_id)["PK"]}),
            ProjectionExpression="PK, SK",
            ConsistentRead=True,
        )
        for answer in answers:
            yield from answer["Items"]

    def _delete(self, keys: Sequence[Any]) -> None:
        """Asks a few times more for what DynamoDB left over."""
        request: Any = {self._table_name: [{"DeleteRequest": {"Key": key}} for key in keys]}
        for _ in attempts():
            request = self._client.batch_write_item(RequestItems=request).get("UnprocessedItems")
            if not request:
                return
        raise busy()
