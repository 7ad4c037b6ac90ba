"""People's inboxes in the table: an entry is in the index while it is unread, and nowhere after 90 days."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import batched
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from app.domain.events import Event
from app.domain.inbox import KEPT_IN_INBOX, MOST_UNREAD_COUNTED, InboxEntry
from app.domain.pages import Page, PageRequest, all_rows
from app.repositories import table
from app.repositories.attributes import to_attributes
from app.repositories.batches import get_items
from app.repositories.event_items import event_message, to_event
from app.repositories.pages import Range, query_page
from app.repositories.table import Item
from app.repositories.transactions import IS_ABSENT, Step, update, write_transaction

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

ENTRIES_PER_TRANSACTION = 100  # TransactWriteItems' limit


class EntryGone(Exception):
    """DynamoDB removed the entry, whose time was over, after it was read."""


class InboxRepository:
    def __init__(self, client: "DynamoDBClient", table_name: str) -> None:
        self._client = client
        self._table_name = table_name

    def put(self, user_id: str, event: Event, now: datetime) -> bool:
        """Whether the entry is new. One that is there stays as it is: what was read is not unread again."""
        item = to_attributes(_entry_item(user_id, event, now))
        try:
            self._client.put_item(TableName=self._table_name, Item=item, ConditionExpression=IS_ABSENT)
        except ClientError as error:
            if error.response["Error"]["Code"] != "ConditionalCheckFailedException":
                raise
            return False
        return True

    def page(self, user_id: str, request: PageRequest, now: datetime, *, unread_only: bool = False) -> Page[InboxEntry]:
        """Latest first. DynamoDB removes what has expired only days later; here it is gone at once."""
        rows = _unread(user_id) if unread_only else _entries(user_id)
        page = query_page(self._client, self._table_name, rows, request)
        kept = (item for item in page.items if item["expiresAt"] > now.timestamp())
        return Page(tuple(map(_to_entry, kept)), page.next_position)

    def count_unread(self, user_id: str, now: datetime) -> int:
        """Of the latest hundred: who has more is counted no further."""
        answer = self._client.query(
            TableName=self._table_name,
            IndexName=table.USER_TASKS_INDEX.name or "",
            KeyConditionExpression="#partition = :partition",
            FilterExpression="expiresAt > :now",
            ExpressionAttributeNames={"#partition": table.USER_TASKS_INDEX.partition},
            ExpressionAttributeValues=to_attributes(
                {":partition": table.unread_partition(user_id), ":now": int(now.timestamp())}
            ),
            ScanIndexForward=False,
            Select="COUNT",
            Limit=MOST_UNREAD_COUNTED,
        )
        return answer["Count"]

    def mark_read(self, user_id: str, entry_ids: Iterable[str], now: datetime) -> None:
        """Those that there are and that are unread: two round trips per hundred."""
        for part in batched(dict.fromkeys(entry_ids), ENTRIES_PER_TRANSACTION):
            self._mark_read(user_id, part, now)

    def mark_all_read(self, user_id: str, now: datetime) -> None:
        """All that are there now. The index may still name what was read just before; that is passed over."""
        unread = replace(_unread(user_id), attributes=("eventId",))
        rows = all_rows(lambda request: query_page(self._client, self._table_name, unread, request))
        self.mark_read(user_id, [row["eventId"] for row in rows], now)

    def _mark_read(self, user_id: str, entry_ids: Sequence[str], now: datetime) -> None:
        keys = [table.inbox_key(user_id, entry_id) for entry_id in entry_ids]
        items = get_items(self._client, self._table_name, keys)
        unread = [_reading(user_id, item["eventId"], now) for item in items if "readAt" not in item]
        if not unread:
            return
        try:
            write_transaction(self._client, self._table_name, unread)
        except EntryGone:
            self._mark_read(user_id, entry_ids, now)  # one less each time


def _reading(user_id: str, entry_id: str, now: datetime) -> Step:
    out_of_index = {table.USER_TASKS_INDEX.partition: None, table.USER_TASKS_INDEX.sort: None}
    return update(
        table.inbox_key(user_id, entry_id),
        {"readAt": table.timestamp(now), **out_of_index},
        refuse=lambda _: EntryGone(entry_id),
    )


def _entries(user_id: str) -> Range:
    partition = table.inbox_key(user_id, "")["PK"]
    return Range(
        index=table.TABLE_KEYS,
        partition=partition,
        key_at=lambda position: {"PK": partition, "SK": position},
        prefix=table.INBOX_PREFIX,
        newest_first=True,
    )


def _unread(user_id: str) -> Range:
    return Range(
        index=table.USER_TASKS_INDEX,
        partition=table.unread_partition(user_id),
        key_at=lambda position: table.inbox_key(user_id, position),
        newest_first=True,
    )


def _entry_item(user_id: str, event: Event, now: datetime) -> Item:
    """The event, but for whom else it was told to."""
    return {
        **table.inbox_key(user_id, event.id),
        **event_message(replace(event, recipient_ids=(), creator_id=None)),
        "expiresAt": int((now + KEPT_IN_INBOX).timestamp()),
        table.USER_TASKS_INDEX.partition: table.unread_partition(user_id),
        table.USER_TASKS_INDEX.sort: event.id,
    }


def _to_entry(item: Item) -> InboxEntry:
    read_at = item.get("readAt")
    return InboxEntry.of(to_event(item), datetime.fromisoformat(read_at) if read_at else None)
