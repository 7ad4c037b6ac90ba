"""Reads the table's stream shard by shard, parents before children; each worker gets the records it asked for."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import batched
from typing import TYPE_CHECKING, Any

from infra.local.events.checkpoints import Checkpoints
from infra.local.events.filters import Pattern, matches
from infra.local.events.lambda_events import Record

if TYPE_CHECKING:
    from mypy_boto3_dynamodbstreams import DynamoDBStreamsClient


logger = logging.getLogger(__name__)

BATCH_SIZE = 25
# A shard that closes has its children looked up at once; others come up within so many readings.
READINGS_PER_LOOK = 40

Deliver = Callable[[Sequence[Record], str, Callable[[Sequence[Record]], None]], None]
"""Hands over a batch of a shard; tells the last parameter which records are done with, as it goes."""


@dataclass(frozen=True)
class Page:
    records: Sequence[Any]
    next_iterator: str | None


class StreamReader:
    def __init__(
        self, streams: "DynamoDBStreamsClient", stream_arn: str, *, checkpoints: Checkpoints, pattern: Pattern
    ) -> None:
        self._streams = streams
        self._stream_arn = stream_arn
        self._checkpoints = checkpoints
        self._pattern = pattern
        self._iterators: dict[str, str] = {}
        self._shards: list[Any] = []
        self._readings = 0

    def read_once(self, deliver: Deliver) -> int:
        """Reads a page of every shard that is open to reading; counts records, and shards read to their end."""
        if not self._shards or self._readings % READINGS_PER_LOOK == 0:
            self._shards = self._look_up_shards()
        self._readings += 1
        return sum(self._read_page(shard_id, deliver) for shard_id in self._readable_shards())

    def _readable_shards(self) -> Iterator[str]:
        present = {shard["ShardId"] for shard in self._shards}
        for shard in self._shards:
            parent = shard.get("ParentShardId")
            waits = parent in present and not self._checkpoints.of(parent).is_finished
            if not waits and not self._checkpoints.of(shard["ShardId"]).is_finished:
                yield shard["ShardId"]

    def _look_up_shards(self) -> list[Any]:
        described = self._streams.describe_stream(StreamArn=self._stream_arn)["StreamDescription"]
        shards = list(described["Shards"])
        while last := described.get("LastEvaluatedShardId"):
            described = self._streams.describe_stream(StreamArn=self._stream_arn, ExclusiveStartShardId=last)[
                "StreamDescription"
            ]
            shards.extend(described["Shards"])
        return shards

    def _read_page(self, shard_id: str, deliver: Deliver) -> int:
        page = self._page(shard_id)
        wanted = (record for record in page.records if matches(self._pattern, record))
        for batch in batched(wanted, BATCH_SIZE):
            deliver(batch, shard_id, lambda done: self._reached(shard_id, done))
        self._reached(shard_id, page.records)
        self._go_on(shard_id, page.next_iterator)
        return len(page.records) + (page.next_iterator is None)

    def _page(self, shard_id: str) -> Page:
        iterator = self._iterators.pop(shard_id, None) or self._iterator(shard_id)
        try:
            page = self._streams.get_records(ShardIterator=iterator)
        except (
            self._streams.exceptions.ExpiredIteratorException,
            self._streams.exceptions.TrimmedDataAccessException,
        ):
            page = self._streams.get_records(ShardIterator=self._iterator(shard_id))
        return Page(page["Records"], page.get("NextShardIterator"))

    def _iterator(self, shard_id: str) -> str:
        """After the checkpoint; from the oldest record when the checkpoint's own is gone from the stream."""
        reached = self._checkpoints.of(shard_id).sequence_number
        if reached:
            try:
                return self._iterator_at(shard_id, "AFTER_SEQUENCE_NUMBER", reached)
            except self._streams.exceptions.TrimmedDataAccessException:
                logger.info("The checkpoint of %s is no longer on the stream", shard_id)
        return self._iterator_at(shard_id, "TRIM_HORIZON")

    def _iterator_at(self, shard_id: str, kind: Any, sequence_number: str | None = None) -> str:
        place = {"SequenceNumber": sequence_number} if sequence_number else {}
        answer = self._streams.get_shard_iterator(
            StreamArn=self._stream_arn, ShardId=shard_id, ShardIteratorType=kind, **place
        )
        return answer["ShardIterator"]

    def _reached(self, shard_id: str, records: Sequence[Any]) -> None:
        if records:
            self._checkpoints.reached(shard_id, records[-1]["dynamodb"]["SequenceNumber"])

    def _go_on(self, shard_id: str, next_iterator: str | None) -> None:
        if next_iterator:
            self._iterators[shard_id] = next_iterator
        else:
            self._checkpoints.finished(shard_id)
            self._shards = []
