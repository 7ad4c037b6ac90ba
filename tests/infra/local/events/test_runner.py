"""The runner: sources side by side, through passing failures, until asked to stop."""

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from botocore.exceptions import EndpointConnectionError

from infra.local.events.lambda_events import LambdaContext, LambdaEvent, Record
from infra.local.events.runner import Interrupted, StreamSource, drain, read_until_stopped
from tests.infra.local.events.records import numbers_of, record

if TYPE_CHECKING:
    from infra.local.events.stream import StreamReader


class OneBatch:
    """A reader that has one batch, and takes down which records are done with."""

    def __init__(self, *records: Record) -> None:
        self.records = records
        self.reached: list[int] = []

    def read_once(self, deliver: Callable[..., None]) -> int:
        deliver(self.records, "shard-1", lambda done: self.reached.extend(numbers_of(done)))
        return len(self.records)


def source(
    reader: OneBatch, handler: Callable[[LambdaEvent, Any], Any], folder: Path, stopping: threading.Event
) -> StreamSource:
    return StreamSource(
        reader=cast("StreamReader", reader),
        stream_arn="arn:stream",
        function_name="publish_events",
        handler=handler,
        failures=folder,
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


def test_a_stop_between_two_tries_leaves_the_checkpoint_before_the_batch(tmp_path: Path) -> None:
    stopping = threading.Event()
    reader = OneBatch(record(1))

    def failing(_: LambdaEvent, __: Any) -> Any:
        stopping.set()
        raise ValueError("not now")

    with pytest.raises(Interrupted):
        source(reader, failing, tmp_path, stopping)()

    assert (reader.reached, list(tmp_path.iterdir())) == ([], [])


def test_an_interrupted_source_ends_without_an_error(tmp_path: Path) -> None:
    stopping = threading.Event()

    def failing(_: LambdaEvent, __: Any) -> Any:
        stopping.set()
        raise ValueError("not now")

    read_until_stopped((source(OneBatch(record(1)), failing, tmp_path, stopping),), stopping)


def test_the_function_gets_a_lambda_event_and_a_context(tmp_path: Path) -> None:
    calls: list[tuple[LambdaEvent, Any]] = []
    reader = OneBatch(record(1), record(2))

    source(reader, lambda event, context: calls.append((event, context)), tmp_path, threading.Event())()

    event, context = calls[0]
    assert [one["eventSourceARN"] for one in event["Records"]] == ["arn:stream", "arn:stream"]
    assert isinstance(context, LambdaContext)
    assert reader.reached == [1, 2]


class NeverStopping(threading.Event):
    """Waits for nothing, so that five growing pauses take no time."""

    def wait(self, timeout: float | None = None) -> bool:
        return super().wait(0 if timeout else None)


def test_what_is_given_up_is_kept_in_a_file_and_the_stream_goes_on(tmp_path: Path) -> None:
    reader = OneBatch(record(1), record(2), record(3))

    def poisoned(event: LambdaEvent, _: Any) -> Any:
        if 2 in numbers_of(event["Records"]):
            raise ValueError("poison")

    source(reader, poisoned, tmp_path, NeverStopping())()

    assert reader.reached == [1, 2, 3]
    kept = [json.loads(json.loads(file.read_text())["payload"]) for file in tmp_path.iterdir()]
    assert [numbers_of(event["Records"]) for event in kept] == [[2]]


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
