"""Replaying what the stream gave up: oldest first, each batch whole, and what stays says why."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from botocore.stub import Stubber
from moto import mock_aws

from tests import factories as make
from tests.conftest import REGION
from tests.lambda_events import failure_record, removal_record, stream_record, stream_record_of
from workers.failures import FailureStore, replay_failures
from workers.replay_run import LEFT, REPLAYED, ReplayRun

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

BUCKET = "failures"


@pytest.fixture
def s3() -> Iterator["S3Client"]:
    with mock_aws():
        client = boto3.client("s3", region_name=REGION)
        client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
        yield client


class Bench:
    """The bucket, two functions that take down what they get, and what is said."""

    def __init__(self, s3: "S3Client") -> None:
        self.s3 = s3
        self.store = FailureStore(s3, BUCKET)
        self.got: list[tuple[str, list[str]]] = []
        self.said: list[str] = []
        self.away_at: str | None = None  # a sequence number

    def keep(self, key: str, *records: Any, **fields: Any) -> None:
        self.s3.put_object(Bucket=BUCKET, Key=key, Body=json.dumps(failure_record(*records, **fields)).encode())

    def replay(self, *, publish: bool = True) -> ReplayRun:
        handles = {name: self._handle_as(name) for name in ("publish_events", "purge_deleted")}
        run = ReplayRun(handles, publish, self.said.append)
        replay_failures(self.store, run)
        return run

    def _handle_as(self, name: str) -> Any:
        def handle(records: Sequence[Any]) -> dict[str, Any]:
            numbers = [record["dynamodb"]["SequenceNumber"] for record in records]
            self.got.append((name, numbers))
            return {"batchItemFailures": [{"itemIdentifier": self.away_at}] if self.away_at in numbers else []}

        return handle


@pytest.fixture
def bench(s3: "S3Client") -> Bench:
    return Bench(s3)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not JSON",
        b"[]",
        b"{}",
        json.dumps(failure_record()).encode(),
        json.dumps({**failure_record(stream_record(make.event(), 1)), "payload": "{}"}).encode(),
        json.dumps({**failure_record(stream_record(make.event(), 1)), "requestContext": {}}).encode(),
        json.dumps(failure_record({"dynamodb": {"SequenceNumber": "x"}})).encode(),
        json.dumps(failure_record("no record")).encode(),
    ],
)
def test_an_object_that_is_no_failure_record_stays_and_stops_nobody(bench: Bench, body: bytes) -> None:
    bench.s3.put_object(Bucket=BUCKET, Key="a", Body=body)
    bench.keep("b", stream_record(make.event(), 1))
    run = bench.replay()
    assert run.counts == {LEFT: 1, REPLAYED: 1}
    assert list(bench.store.keys()) == ["a"]
    assert bench.said[0] == "a"
    assert bench.said[1].startswith("  -> stays: it is no failure record (")


def test_a_function_that_no_replay_is_known_for_keeps_its_batch(bench: Bench) -> None:
    bench.keep("a", stream_record(make.event(), 1), function="somebody_elses")
    assert bench.replay().counts == {LEFT: 1}
    assert list(bench.store.keys()) == ["a"]
    assert "no replay is known" in bench.said[-1]


def test_a_batch_that_stops_stays_and_nothing_of_its_function_overtakes_it(bench: Bench) -> None:
    bench.keep("a", stream_record(make.event(), 1), stream_record(make.event(), 2))
    bench.keep("b", stream_record(make.event(), 3))
    bench.keep("c", removal_record("gone", 4), function="purge_deleted")
    bench.away_at = "2"
    assert bench.replay().counts == {LEFT: 2, REPLAYED: 1}
    assert bench.got == [("publish_events", ["1", "2"]), ("purge_deleted", ["4"])]
    assert list(bench.store.keys()) == ["a", "b"]
    assert any("1 of 2 records went through publish_events, then it stopped" in line for line in bench.said)


def test_a_dry_run_shows_what_there_is_and_changes_nothing(bench: Bench) -> None:
    event, poison = make.event(), stream_record_of({}, 2)
    bench.keep("a", stream_record(event, 1), poison)
    bench.keep("b", removal_record("01TASK", 3), function="purge_deleted")
    assert bench.replay(publish=False).counts == {REPLAYED: 2}
    assert (bench.got, list(bench.store.keys())) == ([], ["a", "b"])
    assert bench.said == [
        "a\n  publish_events gave up at 2026-03-02T09:31:00.000Z: RetryAttemptsExhausted",
        f"  {event.id} TASK_ASSIGNED of task {event.task_id}",
        "  record record-2 that nobody can read, for the parking queue (KeyError: 'schema')",
        "  -> 2 of 2 records would go through publish_events",
        "b\n  purge_deleted gave up at 2026-03-02T09:31:00.000Z: RetryAttemptsExhausted",
        "  task 01TASK",
        "  -> 1 of 1 records would go through purge_deleted",
    ]


def test_batches_go_in_the_streams_order_whatever_they_are_called(bench: Bench) -> None:
    for key, number in (("a", 1000), ("b", 99), ("c", 100)):
        bench.keep(key, stream_record(make.event(), number))
    bench.replay()
    assert [numbers for _, numbers in bench.got] == [["99"], ["100"], ["1000"]]
    assert list(bench.store.keys()) == []


@pytest.mark.parametrize("function", ["publish_events", "baton-prod-publish-events", "baton-prod-publish-events:live"])
def test_a_function_is_known_by_its_name_in_the_cloud_too(bench: Bench, function: str) -> None:
    bench.keep("a", stream_record(make.event(), 1), function=function)
    bench.replay()
    assert bench.got == [("publish_events", ["1"])]


def test_how_far_the_reading_is_is_said_now_and_then(bench: Bench) -> None:
    for number in range(101):
        bench.keep(f"{number}", stream_record(make.event(), number))
    assert bench.replay(publish=False).counts == {REPLAYED: 101}
    assert bench.said[0] == "100 objects read ..."


def test_a_bucket_is_listed_page_by_page(s3: "S3Client") -> None:
    with Stubber(s3) as stub:
        stub.add_response(
            "list_objects_v2",
            {"Contents": [{"Key": "a"}], "IsTruncated": True, "NextContinuationToken": "on"},
            {"Bucket": BUCKET},
        )
        stub.add_response(
            "list_objects_v2",
            {"Contents": [{"Key": "b"}], "IsTruncated": False},
            {"Bucket": BUCKET, "ContinuationToken": "on"},
        )
        assert list(FailureStore(s3, BUCKET).keys()) == ["a", "b"]
