"""The team's webhook in the table: one, or none."""

from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.webhooks import Webhook
from app.repositories import table
from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.table import Item

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


class WebhookRepository:
    def __init__(self, client: "DynamoDBClient", table_name: str) -> None:
        self._client = client
        self._table_name = table_name

    def get(self) -> Webhook | None:
        key = to_attributes(table.WEBHOOK_KEY)
        found = self._client.get_item(TableName=self._table_name, Key=key, ConsistentRead=True).get("Item")
        return _to_webhook(from_attributes(found)) if found else None

    def put(self, webhook: Webhook) -> None:
        """In place of any other: the last one set counts."""
        self._client.put_item(TableName=self._table_name, Item=to_attributes(_webhook_item(webhook)))

    def remove(self) -> None:
        self._client.delete_item(TableName=self._table_name, Key=to_attributes(table.WEBHOOK_KEY))


def _webhook_item(webhook: Webhook) -> Item:
    return {
        **table.WEBHOOK_KEY,
        "url": webhook.url,
        "secret": webhook.secret,
        "createdBy": webhook.created_by,
        "createdAt": table.timestamp(webhook.created_at),
    }


def _to_webhook(item: Item) -> Webhook:
    return Webhook(
        url=item["url"],
        secret=item["secret"],
        created_by=item["createdBy"],
        created_at=datetime.fromisoformat(item["createdAt"]),
    )
