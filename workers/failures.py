"""What the stream's mappings gave up: a bucket with one object a batch, as Lambda writes it there, and its replay."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.repositories.table import id_at
from workers import publish_events
from workers.lambda_events import Record
from workers.parking import described
from workers.publish_events import Unreadable, read_event
from workers.replay_run import LATER, LEFT, REPLAYED, ReplayRun

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

READINGS_PER_LINE = 100


class NoFailure(Exception):
    """The object is not what Lambda writes, or not whole."""


@dataclass(frozen=True)
class Failure:
    """A batch that was given up: of which function, when and why."""

    key: str
    function_name: str
    reason: str
    at: str
    records: Sequence[Record]

    @property
    def place(self) -> tuple[int, str]:
        """On the stream: sequence numbers grow, also in length."""
        return int(self.records[0]["dynamodb"]["SequenceNumber"]), self.at

    def worker(self, workers: Iterable[str]) -> str | None:
        """In the cloud a function's name says more than its worker's: baton-prod-publish-events."""
        name = self.function_name.replace("-", "_")
        return next((worker for worker in workers if name.endswith(worker)), None)


class FailureStore:
    def __init__(self, client: "S3Client", bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def keys(self) -> Iterator[str]:
        for page in self._client.get_paginator("list_objects_v2").paginate(Bucket=self._bucket):
            yield from (found["Key"] for found in page.get("Contents", []))

    def get(self, key: str) -> Failure:
        """Raises NoFailure."""
        body = self._client.get_object(Bucket=self._bucket, Key=key)["Body"].read()
        try:
            return _failure(key, json.loads(body))
        except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
            raise NoFailure(f"{type(error).__name__}: {error}") from error

    def remove(self, key: str) -> None:
        self._client.delete_object(Bucket=self._bucket, Key=key)


def replay_failures(store: FailureStore, run: ReplayRun) -> None:
    """Oldest first; what is done leaves the bucket.

    Where a worker cannot go on, its later batches stay too: nothing overtakes what came before it.
    """
    stuck: set[str] = set()
    for key in _oldest_first(store, run):
        failure = store.get(key)
        run.say(f"{key}\n  {failure.function_name} gave up at {failure.at}: {failure.reason}")
        worker = failure.worker(run.handles)
        for record in failure.records:
            run.say(f"  {_event_line(record) if worker == publish_events.WORKER else _task_line(record)}")
        _replay(failure, worker, store, run, stuck)


def _failure(key: str, written: dict[str, Any]) -> Failure:
    request = written["requestContext"]
    failure = Failure(
        key=key,
        function_name=request["functionArn"].split(":")[6],  # a version or an alias may follow
        reason=request["condition"],
        at=written["timestamp"],
        records=json.loads(written["payload"])["Records"],
    )
    int(failure.place[0])  # here it shows whether they are records
    return failure


def _oldest_first(store: FailureStore, run: ReplayRun) -> list[str]:
    """The keys alone: all batches together may be more than memory takes."""
    places = []
    for number, key in enumerate(store.keys(), start=1):
        try:
            places.append((store.get(key).place, key))
        except NoFailure as error:
            run.say(key)
            run.close(LEFT, f"stays: it is no failure record ({error})")
        if number % READINGS_PER_LINE == 0:
            run.say(f"{number} objects read ...")
    return [key for _, key in sorted(places)]


def _replay(failure: Failure, worker: str | None, store: FailureStore, run: ReplayRun, stuck: set[str]) -> None:
    count = len(failure.records)
    if worker is None:
        run.close(LEFT, "stays: no replay is known for this function")
    elif worker in stuck:
        run.close(LEFT, "stays behind the one that stopped")
    elif not run.publish:
        run.close(REPLAYED, f"{count} of {count} records would go through {worker}")
    elif (done := run.hand_over(worker, failure.records)) < count:
        stuck.add(worker)
        run.close(LEFT, f"stays: {done} of {count} records went through {worker}, then it stopped; {LATER}")
    else:
        store.remove(failure.key)
        run.close(REPLAYED, f"{count} of {count} records went through {worker}")


def _event_line(record: Record) -> str:
    try:
        return described(read_event(record))
    except Unreadable as error:
        return f"record {record.get('eventID')} that nobody can read, for the parking queue ({error})"


def _task_line(record: Record) -> str:
    return f"task {id_at(record['dynamodb'].get('Keys', {}).get('PK', {}).get('S', 'unknown'))}"
