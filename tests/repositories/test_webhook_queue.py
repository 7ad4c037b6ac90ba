"""The webhook's queue: an event put on it is what the topic brings."""

import json
from typing import TYPE_CHECKING

import boto3
import pytest

from app.domain.errors import Unfinished
from app.repositories.event_items import to_event
from app.repositories.webhook_queue import WebhookQueue
from tests import factories as make
from tests.conftest import REGION, Table

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient


@pytest.fixture
def sqs(moto_table: Table) -> "SQSClient":
    return boto3.client("sqs", region_name=REGION)


def test_a_queue_that_does_not_take_it_is_told_in_words(sqs: "SQSClient") -> None:
    with pytest.raises(Unfinished, match="Send the same request again"):
        WebhookQueue(sqs, f"https://sqs.{REGION}.amazonaws.com/123456789012/none").put(make.event())


def test_an_event_lies_there_as_the_topic_brings_it(sqs: "SQSClient") -> None:
    url = sqs.create_queue(QueueName="webhooks")["QueueUrl"]
    event = make.status_change("OPEN", "DONE", request_id="R1")
    WebhookQueue(sqs, url).put(event)
    (message,) = sqs.receive_message(QueueUrl=url)["Messages"]
    assert to_event(json.loads(message["Body"])) == event
