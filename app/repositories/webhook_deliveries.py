"""The log of what the webhook was sent: each event whole, so that it can be sent again from here alone.

    (absent), WAITING --attempt--> WAITING, and after the last FAILED
                      \\--attempt, taken--> DELIVERED
    any of them       --asked for again--> WAITING, with no attempt made yet

All of it is one partition, in the order of event ids, which is that of time. That is a thousand writes a second,
far more than one address is sent; and a partition of its own, so what throttles there throttles no task.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.pages import Page, PageRequest
from app.domain.webhooks import WebhookDelivery, WebhookDeliveryState
from app.repositories import table
from app.repositories.attributes import to_attributes
from app.repositories.batches import get_items
from app.repositories.event_items import event_message, to_event
from app.repositories.pages import Range, query_page
from app.repositories.table import Item

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

KEPT = timedelta(days=30)

_ROWS = Range(
    index=table.TABLE_KEYS,
    partition=table.WEBHOOK_LOG_PARTITION,
    key_at=lambda position: {"PK": table.WEBHOOK_LOG_PARTITION, "SK": position},
    prefix=table.WEBHOOK_LOG_PREFIX,
    newest_first=True,
)


class Overtaken(Exception):
    """The log was changed since it was read: by another attempt, or because somebody asked for the event again."""


class WebhookDeliveryRepository:
    def __init__(self, client: "DynamoDBClient", table_name: str) -> None:
        self._client = client
        self._table_name = table_name

    def get_many(self, event_ids: Iterable[str], now: datetime) -> dict[str, WebhookDelivery]:
        """Those that the log has, by event id."""
        keys = [table.webhook_delivery_key(event_id) for event_id in dict.fromkeys(event_ids)]
        living = _living(get_items(self._client, self._table_name, keys), now)
        return {delivery.event.id: delivery for delivery in map(_to_delivery, living)}

    def page(self, request: PageRequest, now: datetime) -> Page[WebhookDelivery]:
        """Latest event first, without what is too old, which DynamoDB removes within days."""
        found = query_page(self._client, self._table_name, _ROWS, request)
        return Page(tuple(map(_to_delivery, _living(found.items, now))), found.next_position)

    def put(self, delivery: WebhookDelivery) -> None:
        """Whatever the log says."""
        self._client.put_item(TableName=self._table_name, Item=to_attributes(_delivery_item(delivery)))

    def put_after(self, before: WebhookDelivery, after: WebhookDelivery) -> None:
        """Only where the log says what `before` does, or nothing. Raises Overtaken."""
        values = {":attempts": before.attempts, ":state": str(before.state), ":now": int(after.updated_at.timestamp())}
        same = "attempts = :attempts AND #state = :state"
        try:
            self._client.put_item(
                TableName=self._table_name,
                Item=to_attributes(_delivery_item(after)),
                ConditionExpression=f"attribute_not_exists(PK) OR ({same}) OR expiresAt <= :now",
                ExpressionAttributeNames={"#state": "state"},
                ExpressionAttributeValues=to_attributes(values),
            )
        except self._client.exceptions.ConditionalCheckFailedException as error:
            raise Overtaken from error


def _living(items: Iterable[Item], now: datetime) -> list[Item]:
    return [item for item in items if item["expiresAt"] > now.timestamp()]


def _delivery_item(delivery: WebhookDelivery) -> Item:
    return {
        **table.webhook_delivery_key(delivery.event.id),
        "event": event_message(delivery.event),
        "state": str(delivery.state),
        "attempts": delivery.attempts,
        "lastStatus": delivery.last_status,
        "lastError": delivery.last_error,
        "occurredAt": table.timestamp(delivery.event.occurred_at),
        "updatedAt": table.timestamp(delivery.updated_at),
        "expiresAt": int((delivery.updated_at + KEPT).timestamp()),
    }


def _to_delivery(item: Item) -> WebhookDelivery:
    return WebhookDelivery(
        event=to_event(item["event"]),
        updated_at=datetime.fromisoformat(item["updatedAt"]),
        state=WebhookDeliveryState(item["state"]),
        attempts=item["attempts"],
        last_status=item.get("lastStatus"),
        last_error=item.get("lastError"),
    )
