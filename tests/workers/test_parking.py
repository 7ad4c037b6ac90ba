"""Replaying the parking queue: what can be read by now goes out, the rest stays, and nothing goes round for ever."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from moto import mock_aws

from tests import factories as make
from tests.conftest import REGION
from tests.lambda_events import stream_record, stream_record_of
from workers.parking import ParkingQueue, replay_parking
from workers.replay_run import LEFT, REPLAYED, ReplayRun

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

NO_EVENTS = ["not JSON", "[]", "null", "{}", json.dumps(stream_record_of({}, 1)), json.dumps({"dynamodb": []})]


class Bench:
    """The queue, a topic that takes down what it gets, and what is said."""

    def __init__(self, sqs: "SQSClient", url: str) -> None:
        self.sqs, self.url = sqs, url
        self.queue = ParkingQueue(sqs, url, wait_seconds=0)
        self.published: list[str] = []
        self.said: list[str] = []
        self.away_at: str | None = None
        self.parks_again = False

    def park(self, body: str) -> None:
        self.sqs.send_message(QueueUrl=self.url, MessageBody=body)

    def replay(self, *, publish: bool = True) -> ReplayRun:
        run = ReplayRun({"publish_events": self._publish}, publish, self.said.append)
        replay_parking(self.queue, run)
        return run

    def visible(self) -> int:
        attributes = self.sqs.get_queue_attributes(QueueUrl=self.url, AttributeNames=["ApproximateNumberOfMessages"])
        return int(attributes["Attributes"]["ApproximateNumberOfMessages"])

    def _publish(self, records: Sequence[Any]) -> dict[str, Any]:
        for record in records:
            number = record["dynamodb"]["SequenceNumber"]
            if number == self.away_at:
                return {"batchItemFailures": [{"itemIdentifier": number}]}
            self.published.append(number)
            if self.parks_again:
                self.park(json.dumps(record))
        return {"batchItemFailures": []}


@pytest.fixture
def bench() -> Iterator[Bench]:
    with mock_aws():
        sqs = boto3.client("sqs", region_name=REGION)
        yield Bench(sqs, sqs.create_queue(QueueName="parking")["QueueUrl"])


@pytest.mark.parametrize("body", NO_EVENTS)
def test_what_still_cannot_be_read_stays_with_the_reason_and_is_seen_again_at_once(bench: Bench, body: str) -> None:
    bench.park(body)
    assert bench.replay().counts == {LEFT: 1}
    assert (bench.published, bench.visible()) == ([], 1)
    assert bench.said[1].startswith("  -> stays: ")
    assert len(bench.said[1]) > len("  -> stays: ")


def test_what_the_topic_does_not_take_now_stays(bench: Bench) -> None:
    for number in (1, 2, 3):
        bench.park(json.dumps(stream_record(make.event(), number)))
    bench.away_at = "2"
    assert bench.replay().counts == {REPLAYED: 1, LEFT: 2}
    assert (bench.published, bench.visible()) == (["1"], 2)
    assert "try again later" in bench.said[-1]


def test_what_the_topic_refuses_for_good_is_tried_once_a_run(bench: Bench) -> None:
    bench.park(json.dumps(stream_record(make.event(), 1)))
    bench.parks_again = True
    run = bench.replay()
    assert run.counts == {REPLAYED: 1, LEFT: 1}
    assert (bench.published, bench.visible()) == (["1"], 1)
    assert bench.said[-1].endswith("the topic refuses it for good")


def test_a_dry_run_shows_everything_and_leaves_it_visible(bench: Bench) -> None:
    event = make.event()
    bench.park(json.dumps(stream_record(event, 1)))
    bench.park("not JSON")
    assert bench.replay(publish=False).counts == {REPLAYED: 1, LEFT: 1}
    assert (bench.published, bench.visible()) == ([], 2)
    assert any(line.endswith(f": {event.id} TASK_ASSIGNED of task {event.task_id}") for line in bench.said)
    assert "  -> would be published" in bench.said


def test_a_run_that_breaks_leaves_everything_visible(bench: Bench) -> None:
    bench.park(json.dumps(stream_record(make.event(), 1)))

    def broken(_: Sequence[Any]) -> dict[str, Any]:
        raise TimeoutError("the topic is away")

    with pytest.raises(TimeoutError):
        replay_parking(bench.queue, ReplayRun({"publish_events": broken}, True, print))
    assert bench.visible() == 1


def test_all_of_25_parked_records_go_out_in_the_streams_order_and_leave_the_queue(bench: Bench) -> None:
    for number in range(25):
        bench.park(json.dumps(stream_record(make.event(), number)))
    assert bench.replay().counts == {REPLAYED: 25}
    assert sorted(bench.published, key=int) == [str(number) for number in range(25)]
    batches = [bench.published[start : start + 10] for start in (0, 10, 20)]
    assert all(batch == sorted(batch, key=int) for batch in batches)
    assert bench.visible() == 0
