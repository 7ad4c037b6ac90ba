"""Digests: the events of one bulk action that one person is to hear of, and the mails made of them so far."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.events import Event
from app.repositories import table
from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.deliveries import KEPT, DeliveryState
from app.repositories.event_items import event_message, to_event
from app.repositories.table import Item

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


@dataclass(frozen=True)
class DigestPart:
    event: Event
    collected_at: datetime


@dataclass(frozen=True)
class DigestMail:
    """Its entry in the ledger. Which events it tells of is settled by its first lease."""

    number: int
    event_ids: tuple[str, ...]
    state: DeliveryState = DeliveryState.IN_PROGRESS


@dataclass(frozen=True)
class Digest:
    parts: Mapping[str, DigestPart]
    """By event id, in the order of the ids."""
    mails: tuple[DigestMail, ...]


class DigestRepository:
    def __init__(self, client: "DynamoDBClient", table_name: str) -> None:
        self._client = client
        self._table_name = table_name

    def collect(self, bulk_id: str, user_id: str, part: DigestPart) -> None:
        """Once: a part that is there keeps the time at which it was first collected."""
        item = _part_item(bulk_id, user_id, part)
        try:
            self._client.put_item(
                TableName=self._table_name,
                Item=to_attributes(item),
                ConditionExpression="attribute_not_exists(PK)",
            )
        except self._client.exceptions.ConditionalCheckFailedException:
            return

    def find(self, bulk_id: str, user_id: str) -> Digest:
        """One round trip per megabyte, which holds some thousand parts."""
        items = self._items(table.digest_partition(bulk_id, user_id))
        parts = [_to_part(item) for item in items if item["SK"].startswith(table.DIGEST_PART_PREFIX)]
        mails = [_to_mail(item) for item in items if item["SK"].startswith(table.DIGEST_MAIL_PREFIX)]
        return Digest({part.event.id: part for part in parts}, tuple(mails))

    def _items(self, partition: str) -> list[Item]:
        answers = self._client.get_paginator("query").paginate(
            TableName=self._table_name,
            KeyConditionExpression="PK = :partition",
            ExpressionAttributeValues=to_attributes({":partition": partition}),
            ConsistentRead=True,
        )
        return [from_attributes(item) for answer in answers for item in answer["Items"]]


def _part_item(bulk_id: str, user_id: str, part: DigestPart) -> Item:
    return {
        **table.digest_part_key(bulk_id, user_id, part.event.id),
        "event": event_message(part.event),
        "collectedAt": table.timestamp(part.collected_at),
        "expiresAt": int((part.collected_at + KEPT).timestamp()),
    }


def _to_part(item: Item) -> DigestPart:
    return DigestPart(to_event(item["event"]), datetime.fromisoformat(item["collectedAt"]))


def _to_mail(item: Item) -> DigestMail:
    number = int(item["SK"].removeprefix(table.DIGEST_MAIL_PREFIX))
    return DigestMail(number, tuple(item["eventIds"]), DeliveryState(item["state"]))
