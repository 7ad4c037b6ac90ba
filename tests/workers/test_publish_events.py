"""Publishing: every event in order, none skipped for a passing failure, none held up by a broken one."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import boto3
import pytest
from botocore.exceptions import ClientError, ConnectTimeoutError
from moto import mock_aws

from app.domain.events import EventType, FieldChange
from app.repositories.event_items import event_message, to_event
from tests import factories as make
from tests.lambda_events import REGION, stream_record, stream_record_of
from workers import publish_events
from workers.publish_events import Outlets, handler, publish_records

if TYPE_CHECKING:
    from mypy_boto3_sns import SNSClient
    from mypy_boto3_sqs import SQSClient

THROTTLED = ClientError({"Error": {"Code": "Throttled", "Message": "Slow down"}}, "PublishBatch")
TIMED_OUT = ConnectTimeoutError(endpoint_url="https://sns.example.com")
NO_EVENTS: list[Any] = [
    {},
    None,
    {"schema": {"N": "1"}},
    {"schema": {"N": "2"}, "type": {"S": "TASK_ASSIGNED"}},
    {"schema": {"X": "1"}},
    "text",
]


@dataclass
class Topic:
    """SNS, which can be told what to refuse: by event id, or altogether."""

    passing: set[str] = field(default_factory=set)
    for_good: set[str] = field(default_factory=set)
    out: Exception | None = None
    batches: list[list[str]] = field(default_factory=list)

    @property
    def published(self) -> list[str]:
        return [event_id for batch in self.batches for event_id in batch]

    def publish_batch(self, *, TopicArn: str, PublishBatchRequestEntries: list[dict[str, Any]]) -> dict[str, Any]:  # noqa: N803
        assert TopicArn == "topic"
        if self.out:
            raise self.out
        ids = {entry["Id"]: json.loads(entry["Message"])["eventId"] for entry in PublishBatchRequestEntries}
        self.batches.append(list(ids.values()))
        refused = self.passing | self.for_good
        return {
            "Successful": [{"Id": key} for key, event_id in ids.items() if event_id not in refused],
            "Failed": [
                {"Id": key, "Code": "InternalError", "SenderFault": event_id in self.for_good}
                for key, event_id in ids.items()
                if event_id in refused
            ],
        }


@dataclass
class ParkingQueue:
    out: Exception | None = None
    parked: list[dict[str, Any]] = field(default_factory=list)

    def send_message(self, *, QueueUrl: str, MessageBody: str) -> None:  # noqa: N803
        assert QueueUrl == "queue"
        if self.out:
            raise self.out
        self.parked.append(json.loads(MessageBody))


@pytest.fixture
def topic() -> Topic:
    return Topic()


@pytest.fixture
def queue() -> ParkingQueue:
    return ParkingQueue()


@pytest.fixture
def outlets(topic: Topic, queue: ParkingQueue) -> Outlets:
    return Outlets(cast("SNSClient", topic), cast("SQSClient", queue), "topic", "queue")


def resume_at(sequence_number: int) -> dict[str, Any]:
    return {"batchItemFailures": [{"itemIdentifier": str(sequence_number)}]}


ALL_DONE: dict[str, Any] = {"batchItemFailures": []}


@pytest.mark.parametrize("image", NO_EVENTS)
def test_a_record_that_can_never_be_read_is_parked_whole_and_delays_nobody(
    image: Any, outlets: Outlets, topic: Topic, queue: ParkingQueue
) -> None:
    before, after, broken = make.event(), make.event(), stream_record_of(image, 2)
    records = [stream_record(before, 1), broken, stream_record(after, 3)]
    assert publish_records(records, outlets) == ALL_DONE
    assert topic.batches == [[before.id], [after.id]]
    assert queue.parked == [broken]


def test_a_record_without_an_image_is_parked(outlets: Outlets, queue: ParkingQueue) -> None:
    broken = stream_record_of({}, 1)
    del broken["dynamodb"]["NewImage"]
    assert publish_records([broken], outlets) == ALL_DONE
    assert queue.parked == [broken]


@pytest.mark.parametrize("error", [THROTTLED, TIMED_OUT])
def test_what_cannot_be_parked_now_is_resumed_at(error: Exception, outlets: Outlets, queue: ParkingQueue) -> None:
    queue.out = error
    records = [stream_record(make.event(), 1), stream_record_of({}, 2), stream_record(make.event(), 3)]
    assert publish_records(records, outlets) == resume_at(2)


@pytest.mark.parametrize("error", [THROTTLED, TIMED_OUT])
def test_the_stream_resumes_at_the_first_record_of_a_batch_that_did_not_go_out(
    error: Exception, outlets: Outlets, topic: Topic
) -> None:
    topic.out = error
    assert publish_records([stream_record(make.event(), number) for number in (5, 6)], outlets) == resume_at(5)


def test_the_stream_resumes_at_the_first_event_that_failed_for_now(outlets: Outlets, topic: Topic) -> None:
    events = [make.event() for _ in range(25)]
    topic.passing = {events[3].id, events[7].id}
    records = [stream_record(event, number) for number, event in enumerate(events)]
    assert publish_records(records, outlets) == resume_at(3)
    assert topic.batches == [[event.id for event in events[:10]]]


def test_an_event_that_the_topic_refuses_for_good_is_parked_and_the_rest_goes_on(
    outlets: Outlets, topic: Topic, queue: ParkingQueue
) -> None:
    events = [make.event() for _ in range(12)]
    topic.for_good = {events[1].id}
    records = [stream_record(event, number) for number, event in enumerate(events)]
    assert publish_records(records, outlets) == ALL_DONE
    assert queue.parked == [records[1]]
    assert topic.published == [event.id for event in events]


def test_nothing_is_asked_of_anybody_without_records(outlets: Outlets, topic: Topic) -> None:
    assert publish_records([], outlets) == ALL_DONE
    assert topic.batches == []


def test_two_events_of_one_task_never_share_a_batch(outlets: Outlets, topic: Topic) -> None:
    first, other = make.event(), make.event()
    second = make.event(task_id=first.task_id)
    records = [stream_record(event, number) for number, event in enumerate((first, other, second))]
    assert publish_records(records, outlets) == ALL_DONE
    assert topic.batches == [[first.id, other.id], [second.id]]


def test_events_go_out_in_order_ten_at_a_time(outlets: Outlets, topic: Topic) -> None:
    events = [make.event() for _ in range(25)]
    assert publish_records([stream_record(event, at) for at, event in enumerate(events)], outlets) == ALL_DONE
    assert [len(batch) for batch in topic.batches] == [10, 10, 5]
    assert topic.published == [event.id for event in events]


def test_what_was_published_and_parked_is_counted(
    outlets: Outlets, topic: Topic, capsys: pytest.CaptureFixture[str]
) -> None:
    events = [make.event() for _ in range(3)]
    topic.for_good = {events[0].id}
    publish_records([stream_record(event, at) for at, event in enumerate(events)], outlets)
    metrics = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (metrics["EventsPublished"], metrics["EventsParked"]) == ([2.0], [1.0])


@pytest.fixture
def topic_with_two_queues(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple["SQSClient", str, str]]:
    """SNS and SQS on moto: who subscribes to assignments, and the parking queue."""
    with mock_aws():
        sns, sqs = boto3.client("sns", region_name=REGION), boto3.client("sqs", region_name=REGION)
        topic_arn = sns.create_topic(Name="events")["TopicArn"]
        mail, parking = (sqs.create_queue(QueueName=name)["QueueUrl"] for name in ("mail", "parking"))
        sns.subscribe(
            TopicArn=topic_arn,
            Protocol="sqs",
            Endpoint=f"arn:aws:sqs:{REGION}:123456789012:mail",
            Attributes={"RawMessageDelivery": "true", "FilterPolicy": json.dumps({"type": ["TASK_ASSIGNED"]})},
        )
        monkeypatch.setenv("TOPIC_ARN", topic_arn)
        monkeypatch.setenv("PARKING_QUEUE_URL", parking)
        publish_events._outlets.cache_clear()
        yield sqs, mail, parking
        publish_events._outlets.cache_clear()


def test_from_the_stream_to_a_subscribers_queue_an_event_stays_what_it_was(
    topic_with_two_queues: tuple["SQSClient", str, str],
) -> None:
    sqs, mail, parking = topic_with_two_queues
    assigned, created = make.event(title="Größe ✓ 🚀"), make.event(type=EventType.TASK_CREATED, recipient_ids=())
    records = [stream_record(assigned, 1), stream_record(created, 2), stream_record_of({}, 3)]
    assert handler({"Records": records}, None) == ALL_DONE
    (message,) = sqs.receive_message(QueueUrl=mail, MaxNumberOfMessages=10)["Messages"]
    assert json.loads(message["Body"]) == event_message(assigned)
    assert to_event(json.loads(message["Body"])) == assigned
    (parked,) = sqs.receive_message(QueueUrl=parking, MaxNumberOfMessages=10)["Messages"]
    assert json.loads(parked["Body"]) == records[2]


def test_each_published_event_is_found_in_the_log_by_its_id_and_its_request(
    outlets: Outlets, caplog: pytest.LogCaptureFixture
) -> None:
    event = make.event(request_id="R1", title="Secret launch", changes={"comment": FieldChange(None, "Tell nobody")})
    with caplog.at_level("INFO"):
        publish_records([stream_record(event, 1)], outlets)
    lines = [vars(record) for record in caplog.records if record.message == "published"]
    assert [(line["event_id"], line["request_id"]) for line in lines] == [(event.id, "R1")]
    assert "Secret launch" not in str(lines)
    assert "Tell nobody" not in str(lines)
