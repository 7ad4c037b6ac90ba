"""Reminders in the table: what falls due on a day, how far they are made, and each as an event of its task."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from app.domain.events import Event
from app.domain.pages import Page, PageRequest
from app.repositories import table
from app.repositories.attributes import to_attributes
from app.repositories.batches import get_items
from app.repositories.event_items import event_item
from app.repositories.pages import Range, query_page
from app.repositories.transactions import check, put, write_transaction

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


class NotDue(Exception):
    """The task is meanwhile done, deleted, purged or due on another day."""


class AlreadyReminded(Exception):
    """The very same reminder was made before."""


class ReminderRepository:
    def __init__(self, client: "DynamoDBClient", table_name: str) -> None:
        self._client = client
        self._table_name = table_name

    def due_on(self, due_date: date, request: PageRequest) -> Page[str]:
        """Ids of the tasks due that day that are neither done nor deleted."""
        rows = Range(index=table.DUE_INDEX, partition=table.due_partition(due_date), key_at=table.task_key)
        return query_page(self._client, self._table_name, rows, request).map(lambda item: item[table.DUE_INDEX.sort])

    def archived_among(self, project_ids: Iterable[str]) -> frozenset[str]:
        """Those that are put aside, and their tasks with them."""
        keys = [table.project_key(project_id) for project_id in dict.fromkeys(project_ids)]
        items = get_items(self._client, self._table_name, keys)
        return frozenset(item["id"] for item in items if item["archived"])

    def add(self, event: Event, due_date: date) -> None:
        """Raises NotDue, AlreadyReminded."""
        # A task has this key while it is due that day, not done and not deleted, and at no other time.
        still_due = check(
            table.task_key(event.task_id),
            "#due = :due",
            {":due": table.due_partition(due_date)},
            {"#due": table.DUE_INDEX.partition},
            lambda _: NotDue(event.task_id),
        )
        reminder = put(event_item(event), refuse=lambda _: AlreadyReminded(event.id))
        write_transaction(self._client, self._table_name, [still_due, reminder])

    def through(self) -> date | None:
        """The last day whose reminders are all made."""
        answer = self._client.get_item(
            TableName=self._table_name, Key=to_attributes(table.REMINDERS_KEY), ConsistentRead=True
        )
        return date.fromisoformat(answer["Item"]["through"]["S"]) if "Item" in answer else None

    def complete(self, day: date) -> None:
        """All of that day are made. Never goes back: another run may be further."""
        try:
            self._client.update_item(
                TableName=self._table_name,
                Key=to_attributes(table.REMINDERS_KEY),
                UpdateExpression="SET #through = :day",
                ConditionExpression="attribute_not_exists(#through) OR #through < :day",
                ExpressionAttributeNames={"#through": "through"},
                ExpressionAttributeValues=to_attributes({":day": day.isoformat()}),
            )
        except self._client.exceptions.ConditionalCheckFailedException:
            return
