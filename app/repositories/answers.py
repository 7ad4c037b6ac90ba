"""Answers kept for a day, for idempotency: under the caller and the key that they chose."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.answers import AlreadyAnswered, Answer
from app.domain.errors import Invalid
from app.repositories import table
from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.table import Item
from app.repositories.transactions import Step, write_transaction

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

KEPT = timedelta(hours=24)


class AnswerRepository:
    def __init__(self, client: "DynamoDBClient", table_name: str) -> None:
        self._client = client
        self._table_name = table_name

    def refuse_known(self, user_id: str, key: str, fingerprint: str, now: datetime) -> None:
        """Raises AlreadyAnswered, and Invalid where the key was another request's."""
        item_key = to_attributes(table.answer_key(user_id, key))
        found = self._client.get_item(TableName=self._table_name, Key=item_key, ConsistentRead=True).get("Item")
        item = from_attributes(found) if found else None
        if item and item["expiresAt"] > now.timestamp():
            raise _known(item, fingerprint)

    def step(self, user_id: str, key: str, answer: Answer, now: datetime) -> Step:
        """Keeps the answer in the transaction that it answers: of two at once, one is refused as known."""
        arguments = {
            "Item": to_attributes(_answer_item(user_id, key, answer, now)),
            "ConditionExpression": "attribute_not_exists(PK) OR expiresAt <= :now",
            "ExpressionAttributeValues": to_attributes({":now": int(now.timestamp())}),
        }
        return Step("Put", arguments, lambda item: _known(item, answer.fingerprint) if item else KeyError(key))

    def keep(self, user_id: str, key: str, answer: Answer, now: datetime) -> None:
        """For what is more than one transaction: kept when all of it is done."""
        write_transaction(self._client, self._table_name, [self.step(user_id, key, answer, now)])


def _known(item: Item, fingerprint: str) -> AlreadyAnswered | Invalid:
    if item["fingerprint"] != fingerprint:
        return Invalid.field("Idempotency-Key", "This key was another request's. Take a new one for each request.")
    return AlreadyAnswered(Answer(fingerprint, item["status"], item["body"], item["headers"]))


def _answer_item(user_id: str, key: str, answer: Answer, now: datetime) -> Item:
    return {
        **table.answer_key(user_id, key),
        "fingerprint": answer.fingerprint,
        "status": answer.status,
        "body": answer.body,
        "headers": dict(answer.headers),
        "expiresAt": int((now + KEPT).timestamp()),
    }
