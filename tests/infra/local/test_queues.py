"""A worker's queue: what it fails at ends as a dead letter, and is kept for two weeks."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import boto3
import pytest
from moto import mock_aws

from infra.local.queues import create_queue, create_worker_queue

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient


@pytest.fixture
def sqs() -> Iterator["SQSClient"]:
    with mock_aws():
        yield boto3.client("sqs", region_name="eu-central-1")


@pytest.mark.parametrize("count", [5, 21])
def test_what_fails_so_many_times_becomes_a_dead_letter(sqs: "SQSClient", count: int) -> None:
    queue = create_worker_queue(sqs, "orders", max_receive_count=count)

    attributes = sqs.get_queue_attributes(QueueUrl=queue.url, AttributeNames=["All"])["Attributes"]

    redrive = json.loads(attributes["RedrivePolicy"])
    assert redrive["deadLetterTargetArn"].endswith(":orders-dead-letters")
    assert int(redrive["maxReceiveCount"]) == count


def test_every_queue_keeps_its_messages_for_two_weeks(sqs: "SQSClient") -> None:
    create_worker_queue(sqs, "orders")

    for name in ("orders", "orders-dead-letters"):
        url = sqs.get_queue_url(QueueName=name)["QueueUrl"]
        kept = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["MessageRetentionPeriod"])["Attributes"]
        assert kept == {"MessageRetentionPeriod": "1209600"}


def test_a_queue_from_an_earlier_start_is_brought_up_to_date(sqs: "SQSClient") -> None:
    before = sqs.create_queue(QueueName="orders", Attributes={"VisibilityTimeout": "7"})["QueueUrl"]

    queue = create_queue(sqs, "orders", {"VisibilityTimeout": "60"})

    attributes = sqs.get_queue_attributes(QueueUrl=queue.url, AttributeNames=["VisibilityTimeout"])["Attributes"]
    assert (queue.url, attributes) == (before, {"VisibilityTimeout": "60"})
