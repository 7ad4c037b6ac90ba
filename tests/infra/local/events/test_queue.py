"""A queue's messages: deleted when done, back when not, dead letters in the end."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from moto import mock_aws

from infra.local.events.lambda_events import Handler, LambdaEvent
from infra.local.events.queue import QueueSource

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

REGION = "eu-central-1"


@pytest.fixture
def sqs() -> "Iterator[SQSClient]":
    with mock_aws():
        yield boto3.client("sqs", region_name=REGION)


def source(sqs: "SQSClient", handler: Handler, *, dead_letters_after: int = 5) -> QueueSource:
    dead = sqs.create_queue(QueueName="dead")["QueueUrl"]
    redrive = {"deadLetterTargetArn": arn(sqs, dead), "maxReceiveCount": dead_letters_after}
    url = sqs.create_queue(
        QueueName="live", Attributes={"VisibilityTimeout": "0", "RedrivePolicy": json.dumps(redrive)}
    )["QueueUrl"]
    return QueueSource(sqs, url, arn(sqs, url), REGION, "send_emails", handler)


def arn(sqs: "SQSClient", url: str) -> str:
    return sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]


def bodies(sqs: "SQSClient", url: str) -> list[str]:
    return sorted(
        message["Body"] for message in sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", [])
    )


def send(sqs: "SQSClient", url: str, *messages: str) -> None:
    for message in messages:
        sqs.send_message(QueueUrl=url, MessageBody=message)


def failing_for(*messages: str) -> Handler:
    def handler(event: LambdaEvent, _: object) -> Any:
        failed = [record["messageId"] for record in event["Records"] if record["body"] in messages]
        return {"batchItemFailures": [{"itemIdentifier": message_id} for message_id in failed]}

    return handler


def broken(_: LambdaEvent, __: object) -> Any:
    raise ValueError("broken")


def test_an_empty_queue_wakes_nobody(sqs: "SQSClient") -> None:
    assert source(sqs, broken)() == 0


def test_a_function_that_raises_gets_every_message_again(sqs: "SQSClient") -> None:
    queue = source(sqs, broken)
    send(sqs, queue.url, "one", "two")

    assert queue() == 2
    assert bodies(sqs, queue.url) == ["one", "two"]


def test_a_partial_failure_brings_back_only_what_failed(sqs: "SQSClient") -> None:
    queue = source(sqs, failing_for("two"))
    send(sqs, queue.url, "one", "two", "three")

    queue()

    assert bodies(sqs, queue.url) == ["two"]


@pytest.mark.parametrize("identifier", ["", None, "no such message"])
def test_a_failure_that_names_no_message_fails_the_batch(sqs: "SQSClient", identifier: str | None) -> None:
    queue = source(sqs, lambda *_: {"batchItemFailures": [{"itemIdentifier": identifier}]})
    send(sqs, queue.url, "one")

    queue()

    assert bodies(sqs, queue.url) == ["one"]


def test_what_always_fails_becomes_a_dead_letter(sqs: "SQSClient") -> None:
    queue = source(sqs, broken, dead_letters_after=2)
    send(sqs, queue.url, "poison")

    while queue():
        pass

    assert bodies(sqs, sqs.get_queue_url(QueueName="dead")["QueueUrl"]) == ["poison"]


@pytest.mark.parametrize("answer", [None, {}, {"batchItemFailures": []}])
def test_what_is_done_is_gone(sqs: "SQSClient", answer: Any) -> None:
    events: list[LambdaEvent] = []

    def handler(event: LambdaEvent, _: object) -> Any:
        events.append(event)
        return answer

    queue = source(sqs, handler)
    send(sqs, queue.url, "one")

    assert queue() == 1
    assert bodies(sqs, queue.url) == []
    assert events[0]["Records"][0]["body"] == "one"
    assert events[0]["Records"][0]["eventSourceARN"] == queue.arn
