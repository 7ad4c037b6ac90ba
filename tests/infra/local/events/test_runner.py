"""The runner: sources side by side, through passing failures, until asked to stop."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import pytest
from botocore.exceptions import EndpointConnectionError

from infra.local.events.lambda_events import LambdaContext, LambdaEvent, Record
from infra.local.events.runner import Interrupted, StreamSource, drain, read_until_stopped
from tests.infra.local.events.records import numbers_of, record

if TYPE_CHECKING:
    from infra.local.events.failures import FailureDestination
    from infra.local.events.stream import StreamReader


class OneBatch:
    """A reader that has one batch, and takes down which records are done with."""

    def __init__(self, *records: Record) -> None:
        self.records = records
        self.reached: list[int] = []

    def read_once(self, deliver: Callable[..., None]) -> int:
        deliver(self.records, "shard-1", lambda done: self.reached.extend(numbers_of(done)))
        return len(self.records)


@dataclass
class Bucket:
    """Takes down what is given up, or is away."""

    away: Exception | None = None
    kept: list[list[int]] = field(default_factory=list)

    def keep(self, records: Sequence[Record], *, shard_id: str) -> str:
        assert shard_id == "shard-1"
        if self.away:
            raise self.away
        self.kept.append(numbers_of(records))
        return "key"


@pytest.fixture
def bucket() -> Bucket:
    return Bucket()


def source(
    reader: OneBatch, handler: Callable[[LambdaEvent, Any], Any], bucket: Bucket, stopping: threading.Event
) -> StreamSource:
    return StreamSource(
        reader=cast("StreamReader", reader),
        stream_arn="arn:stream",
        function_name="publish_events",
        handler=handler,
        failures=cast("FailureDestination", bucket),
        stopping=stopping,
    )


def test_an_unforeseen_error_ends_all_and_is_raised() -> None:
    def broken() -> int:
        raise ValueError("a fault of ours")

    with pytest.raises(ValueError, match="a fault of ours"):
        read_until_stopped((broken, lambda: 0), threading.Event())


def test_a_source_that_is_away_is_tried_again() -> None:
    stopping = threading.Event()
    calls: list[str] = []

    def away_once() -> int:
        calls.append("call")
        if len(calls) == 1:
            raise EndpointConnectionError(endpoint_url="http://127.0.0.1:4566")
        stopping.set()
        return 1

    read_until_stopped((away_once,), stopping)

    assert len(calls) == 2


def test_a_stop_between_two_tries_leaves_the_checkpoint_before_the_batch(bucket: Bucket) -> None:
    stopping = threading.Event()
    reader = OneBatch(record(1))

    def failing(_: LambdaEvent, __: Any) -> Any:
        stopping.set()
        raise ValueError("not now")

    with pytest.raises(Interrupted):
        source(reader, failing, bucket, stopping)()

    assert (reader.reached, bucket.kept) == ([], [])


def test_an_interrupted_source_ends_without_an_error(bucket: Bucket) -> None:
    stopping = threading.Event()

    def failing(_: LambdaEvent, __: Any) -> Any:
        stopping.set()
        raise ValueError("not now")

    read_until_stopped((source(OneBatch(record(1)), failing, bucket, stopping),), stopping)


def test_the_function_gets_a_lambda_event_and_a_context(bucket: Bucket) -> None:
    calls: list[tuple[LambdaEvent, Any]] = []
    reader = OneBatch(record(1), record(2))

    source(reader, lambda event, context: calls.append((event, context)), bucket, threading.Event())()

    event, context = calls[0]
    assert [one["eventSourceARN"] for one in event["Records"]] == ["arn:stream", "arn:stream"]
    assert isinstance(context, LambdaContext)
    assert reader.reached == [1, 2]


class NeverStopping(threading.Event):
    """Waits for nothing, so that five growing pauses take no time."""

    def wait(self, timeout: float | None = None) -> bool:
        return super().wait(0 if timeout else None)


def test_what_is_given_up_is_kept_in_the_bucket_and_the_stream_goes_on(bucket: Bucket) -> None:
    reader = OneBatch(record(1), record(2), record(3))

    def poisoned(event: LambdaEvent, _: Any) -> Any:
        if 2 in numbers_of(event["Records"]):
            raise ValueError("poison")

    source(reader, poisoned, bucket, NeverStopping())()

    assert reader.reached == [1, 2, 3]
    assert bucket.kept == [[2]]


def test_what_the_bucket_does_not_take_is_not_given_up(bucket: Bucket) -> None:
    reader, away = OneBatch(record(1), record(2)), EndpointConnectionError(endpoint_url="http://127.0.0.1:4566")
    bucket.away = away

    def poisoned(event: LambdaEvent, _: Any) -> Any:
        if 2 in numbers_of(event["Records"]):
            raise ValueError("poison")

    with pytest.raises(EndpointConnectionError):
        source(reader, poisoned, bucket, NeverStopping())()
    assert (reader.reached, bucket.kept) == ([1], [])

    bucket.away = None
    source(reader, poisoned, bucket, NeverStopping())()
    assert bucket.kept == [[2]]


def test_draining_reads_to_the_end_and_no_further() -> None:
    left = [3, 2, 0, 9]

    drain(lambda: left.pop(0))

    assert left == [9]


def test_sources_are_read_side_by_side() -> None:
    """Each waits for the other: one after the other they would never end."""
    stopping = threading.Event()
    meeting = threading.Barrier(2, timeout=20)

    def meet() -> int:
        meeting.wait()
        stopping.set()
        return 0

    read_until_stopped((meet, meet), stopping)
