"""A subscription: only what a queue is for arrives, as it was published, and nobody but the topic may send."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from moto import mock_aws

from infra.local.queues import Queue, create_queue
from infra.local.topics import subscribe

if TYPE_CHECKING:
    from mypy_boto3_sns import SNSClient
    from mypy_boto3_sqs import SQSClient


@dataclass(frozen=True)
class Road:
    sns: "SNSClient"
    sqs: "SQSClient"
    topic_arn: str
    queue: Queue

    def subscribe(self, *types: str) -> None:
        subscribe(self.sns, self.sqs, topic_arn=self.topic_arn, queue=self.queue, types=types or None)

    def publish(self, event_type: str) -> None:
        attributes: Any = {"type": {"DataType": "String", "StringValue": event_type}}
        self.sns.publish(TopicArn=self.topic_arn, Message=f"a {event_type}", MessageAttributes=attributes)

    def received(self) -> list[str]:
        answer = self.sqs.receive_message(QueueUrl=self.queue.url, MaxNumberOfMessages=10)
        return [message["Body"] for message in answer.get("Messages", [])]


@pytest.fixture
def road() -> Iterator[Road]:
    with mock_aws():
        sns, sqs = boto3.client("sns", region_name="eu-central-1"), boto3.client("sqs", region_name="eu-central-1")
        yield Road(sns, sqs, sns.create_topic(Name="events")["TopicArn"], create_queue(sqs, "orders"))


def test_what_the_queue_is_not_for_does_not_arrive(road: Road) -> None:
    road.subscribe("ORDERED")

    road.publish("PAID")
    road.publish("ORDERED")

    assert road.received() == ["a ORDERED"]


def test_without_types_everything_arrives(road: Road) -> None:
    road.subscribe()

    road.publish("PAID")

    assert road.received() == ["a PAID"]


def test_a_second_start_makes_no_second_subscription_and_brings_the_filter_up_to_date(road: Road) -> None:
    road.subscribe("ORDERED")
    road.subscribe("ORDERED", "PAID")

    road.publish("PAID")

    assert road.received() == ["a PAID"]


def test_only_the_topic_may_send_to_the_queue_and_to_that_of_the_undelivered(road: Road) -> None:
    road.subscribe()

    for name in ("orders", "orders-undelivered"):
        url = road.sqs.get_queue_url(QueueName=name)["QueueUrl"]
        attributes = road.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["Policy", "QueueArn"])["Attributes"]
        statement = json.loads(attributes["Policy"])["Statement"][0]
        assert statement["Condition"] == {"ArnEquals": {"aws:SourceArn": road.topic_arn}}
        assert statement["Resource"] == attributes["QueueArn"]


def test_what_cannot_be_delivered_is_set_aside(road: Road) -> None:
    road.subscribe()

    (subscription,) = road.sns.list_subscriptions()["Subscriptions"]
    attributes = road.sns.get_subscription_attributes(SubscriptionArn=subscription["SubscriptionArn"])["Attributes"]

    assert json.loads(attributes["RedrivePolicy"])["deadLetterTargetArn"].endswith(":orders-undelivered")
