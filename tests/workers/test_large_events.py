"""Events of many bytes: as many a batch as SNS takes, in whatever script, and none held up by its neighbours."""

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import pytest
from botocore.exceptions import ClientError

from app.domain.events import Event, EventType, FieldChange
from app.repositories.event_items import to_event
from tests import factories as make
from tests.lambda_events import stream_record
from tests.workers.post_office import ALL_DONE
from workers.publish_events import BYTES_PER_BATCH, Outlets, Readable, publish_records

if TYPE_CHECKING:
    from mypy_boto3_sns import SNSClient
    from mypy_boto3_sqs import SQSClient

LIMIT = 262_144  # PublishBatch's, of all messages together
LONGEST_TEXT = 10_000


@dataclass
class Topic:
    """SNS, which takes so many bytes at once and not one more."""

    batches: list[list[str]] = field(default_factory=list)

    def publish_batch(self, *, PublishBatchRequestEntries: list[dict[str, Any]], **_: object) -> dict[str, Any]:  # noqa: N803
        if sum(map(size_of, PublishBatchRequestEntries)) > LIMIT:
            raise ClientError({"Error": {"Code": "BatchRequestTooLong", "Message": "No"}}, "PublishBatch")
        self.batches.append([entry["Message"] for entry in PublishBatchRequestEntries])
        return {"Successful": [{"Id": entry["Id"]} for entry in PublishBatchRequestEntries]}

    @property
    def events(self) -> list[Event]:
        return [to_event(json.loads(message)) for batch in self.batches for message in batch]


def size_of(entry: dict[str, Any]) -> int:
    attributes = entry["MessageAttributes"].items()
    texts = [name + value["DataType"] + value["StringValue"] for name, value in attributes]
    return len((entry["Message"] + "".join(texts)).encode())


def publish(topic: Topic, *events: Event) -> dict[str, Any]:
    outlets = Outlets(cast("SNSClient", topic), cast("SQSClient", None), "topic", "queue")
    return publish_records([stream_record(event, number) for number, event in enumerate(events)], outlets)


@pytest.mark.parametrize("letter", ["a", '"', "я", "字", "😀", "\x01"])
def test_the_longest_comments_of_any_script_all_go_out_in_order(letter: str) -> None:
    topic, events = Topic(), [make.comment_event(letter * LONGEST_TEXT) for _ in range(12)]
    assert publish(topic, *events) == ALL_DONE
    assert topic.events == events


def test_a_batch_ends_where_the_next_event_would_be_too_much() -> None:
    topic, events = Topic(), [make.comment_event("😀" * LONGEST_TEXT) for _ in range(7)]
    assert publish(topic, *events) == ALL_DONE
    assert [len(batch) for batch in topic.batches] == [6, 1]


def test_no_script_is_escaped_to_more_bytes_than_it_has() -> None:
    topic = Topic()
    publish(topic, *[make.comment_event("字" * 6_000) for _ in range(10)])
    assert [len(batch) for batch in topic.batches] == [10]


def test_the_largest_event_there_can_be_fits_by_itself() -> None:
    text, title, labels = "\x01" * LONGEST_TEXT, "😀" * 200, ["😀" * 30] * 10
    changes = {
        "title": FieldChange(title, title),
        "description": FieldChange(text, text),
        "labels": FieldChange(labels, labels),
    }
    event = make.event(type=EventType.TASK_UPDATED, title=title, changes=changes, recipient_ids=())
    assert Readable({}, event).size < BYTES_PER_BATCH
    topic = Topic()
    assert publish(topic, event, make.event()) == ALL_DONE
    assert topic.events[0] == event


def test_what_sqs_takes_for_no_character_travels_escaped() -> None:
    topic, event = Topic(), make.comment_event("a\ufffeb\uffffc")
    assert publish(topic, event) == ALL_DONE
    (message,) = topic.batches[0]
    assert not {"\ufffe", "\uffff"} & set(message)
    assert topic.events == [event]
