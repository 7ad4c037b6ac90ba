"""Reading a stream: on from the checkpoint, parents before children, and past what is no longer there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import boto3
import pytest

from infra.local.events.checkpoints import Checkpoint, Checkpoints
from infra.local.events.filters import NEW_EVENTS
from infra.local.events.lambda_events import Record
from infra.local.events.stream import StreamReader
from tests.conftest import Table
from tests.dynamodb_local import DynamoDBLocal
from tests.infra.local.events.records import numbers_of, record, sequence_number

if TYPE_CHECKING:
    from mypy_boto3_dynamodbstreams import DynamoDBStreamsClient

ARN = "arn:stream"


class Expired(Exception):
    """As the client's own exceptions are: found by name on the client."""


class Trimmed(Exception):
    """Likewise."""


@dataclass
class Shard:
    id: str
    records: list[Record]
    parent: str | None = None
    is_closed: bool = False


@dataclass
class FakeStreams:
    """Shards in memory; an iterator is a shard's name and a position, and may be made to expire once."""

    shards: list[Shard]
    expiring: set[str] = field(default_factory=set)

    class exceptions:  # noqa: N801  spelt as the client's
        ExpiredIteratorException = Expired
        TrimmedDataAccessException = Trimmed

    def describe_stream(self, **request: Any) -> Any:
        """One shard a page."""
        ids = [shard.id for shard in self.shards]
        place = ids.index(request["ExclusiveStartShardId"]) + 1 if "ExclusiveStartShardId" in request else 0
        shard = self.shards[place]
        parent = {"ParentShardId": shard.parent} if shard.parent else {}
        more = {"LastEvaluatedShardId": shard.id} if place + 1 < len(ids) else {}
        return {"StreamDescription": {"Shards": [{"ShardId": shard.id, **parent}], **more}}

    def get_shard_iterator(self, **request: Any) -> Any:
        records = self._shard(request["ShardId"]).records
        place = 0
        if request["ShardIteratorType"] == "AFTER_SEQUENCE_NUMBER":
            numbers = [one["dynamodb"]["SequenceNumber"] for one in records]
            if request["SequenceNumber"] not in numbers:
                raise Trimmed
            place = numbers.index(request["SequenceNumber"]) + 1
        return {"ShardIterator": f"{request['ShardId']} {place}"}

    def get_records(self, **request: Any) -> Any:
        iterator = request["ShardIterator"]
        if iterator in self.expiring:
            self.expiring.remove(iterator)
            raise Expired
        shard_id, place = iterator.split()
        shard = self._shard(shard_id)
        following = {} if shard.is_closed else {"NextShardIterator": f"{shard_id} {len(shard.records)}"}
        return {"Records": shard.records[int(place) :], **following}

    def _shard(self, shard_id: str) -> Shard:
        return next(shard for shard in self.shards if shard.id == shard_id)


@dataclass
class Receiver:
    """Takes batches down, and says of each that it is done."""

    batches: list[list[int]] = field(default_factory=list)

    def __call__(self, records: Sequence[Record], _: str, reached: Callable[[Sequence[Record]], None]) -> None:
        self.batches.append(numbers_of(records))
        reached(records)


def reader(streams: FakeStreams, checkpoints: Checkpoints) -> StreamReader:
    client = cast("DynamoDBStreamsClient", streams)
    return StreamReader(client, ARN, checkpoints=checkpoints, pattern=NEW_EVENTS)


@pytest.fixture
def checkpoints(tmp_path: Path) -> Checkpoints:
    return Checkpoints(tmp_path / "checkpoints", stream_arn=ARN)


def test_other_writes_are_passed_over_but_not_read_again(checkpoints: Checkpoints) -> None:
    streams = FakeStreams([Shard("s", [record(1), record(2, sort_key="METADATA")])])
    receiver = Receiver()

    assert reader(streams, checkpoints).read_once(receiver) == 2

    assert receiver.batches == [[1]]
    assert checkpoints.of("s") == Checkpoint(sequence_number(2))


def test_batches_hold_25_records_at_most(checkpoints: Checkpoints) -> None:
    streams = FakeStreams([Shard("s", [record(number) for number in range(60)])])
    receiver = Receiver()

    reader(streams, checkpoints).read_once(receiver)

    assert [len(batch) for batch in receiver.batches] == [25, 25, 10]


def test_a_second_reading_finds_only_what_came_since(checkpoints: Checkpoints) -> None:
    streams = FakeStreams([Shard("s", [record(1)])])
    receiver = Receiver()
    source = reader(streams, checkpoints)

    source.read_once(receiver)
    streams.shards[0].records.append(record(2))
    source.read_once(receiver)

    assert receiver.batches == [[1], [2]]
    assert source.read_once(receiver) == 0


def test_a_restart_goes_on_after_the_last_record_done(checkpoints: Checkpoints) -> None:
    streams = FakeStreams([Shard("s", [record(number) for number in (1, 2, 3)])])
    checkpoints.reached("s", sequence_number(2))
    receiver = Receiver()

    reader(streams, checkpoints).read_once(receiver)

    assert receiver.batches == [[3]]


def test_a_process_killed_in_a_batch_hands_it_over_again(checkpoints: Checkpoints) -> None:
    streams = FakeStreams([Shard("s", [record(1), record(2)])])

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reader(streams, checkpoints).read_once(killed)

    receiver = Receiver()
    reader(streams, checkpoints).read_once(receiver)
    assert receiver.batches == [[1, 2]]


def test_a_checkpoint_that_the_stream_has_forgotten_gives_way_to_the_oldest_record(checkpoints: Checkpoints) -> None:
    """The emulator keeps no stream over its own restart; every record it has is a new one then."""
    streams = FakeStreams([Shard("s", [record(8), record(9)])])
    checkpoints.reached("s", sequence_number(5))
    receiver = Receiver()

    reader(streams, checkpoints).read_once(receiver)

    assert receiver.batches == [[8, 9]]


def test_an_expired_iterator_is_replaced_and_nothing_is_lost(checkpoints: Checkpoints) -> None:
    streams = FakeStreams([Shard("s", [record(1)])])
    receiver = Receiver()
    source = reader(streams, checkpoints)
    source.read_once(receiver)
    streams.shards[0].records.append(record(2))
    streams.expiring = {"s 1"}

    source.read_once(receiver)

    assert receiver.batches == [[1], [2]]


def test_a_child_waits_until_its_parent_is_read_to_the_end(checkpoints: Checkpoints) -> None:
    parent, child = Shard("parent", [record(1)]), Shard("child", [record(2)], parent="parent")
    streams = FakeStreams([child, parent])
    receiver = Receiver()
    source = reader(streams, checkpoints)

    source.read_once(receiver)
    assert receiver.batches == [[1]]

    parent.is_closed = True
    while source.read_once(receiver):
        pass
    source.read_once(receiver)
    assert receiver.batches == [[1], [2]]
    assert checkpoints.of("parent").is_finished


def test_a_child_whose_parent_is_forgotten_does_not_wait(checkpoints: Checkpoints) -> None:
    receiver = Receiver()

    reader(FakeStreams([Shard("child", [record(2)], parent="gone")]), checkpoints).read_once(receiver)

    assert receiver.batches == [[2]]


@pytest.mark.dynamodb_local
def test_a_real_stream_is_read_and_a_restart_finds_nothing_new(
    dynamodb_local: DynamoDBLocal, streaming_table: Table, tmp_path: Path
) -> None:
    client, name = streaming_table.client, streaming_table.name
    client.put_item(TableName=name, Item={"PK": {"S": "TASK#1"}, "SK": {"S": "EVENT#1"}})
    arn = client.describe_table(TableName=name)["Table"]["LatestStreamArn"]
    streams = boto3.client("dynamodbstreams", region_name="eu-central-1", endpoint_url=dynamodb_local.endpoint)
    receiver = Receiver()

    for _ in range(2):
        kept = Checkpoints(tmp_path / "checkpoints", stream_arn=arn)
        StreamReader(streams, arn, checkpoints=kept, pattern=NEW_EVENTS).read_once(receiver)

    assert [len(batch) for batch in receiver.batches] == [1]
