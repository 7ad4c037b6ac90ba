"""A topic's subscription: a queue that gets the topic's messages as they were published, and nobody else's."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from infra.local.queues import Queue, create_queue, redrive_policy

if TYPE_CHECKING:
    from mypy_boto3_sns import SNSClient
    from mypy_boto3_sqs import SQSClient


def subscribe(
    sns: "SNSClient", sqs: "SQSClient", *, topic_arn: str, queue: Queue, types: Iterable[str] | None = None
) -> None:
    """`types` are those of the messages to send on; None: all. What cannot be delivered waits in NAME-undelivered."""
    undelivered = create_queue(sqs, f"{queue.arn.rpartition(':')[2]}-undelivered")
    for target in (queue, undelivered):
        _allow_topic(sqs, target, topic_arn)
    arn = sns.subscribe(TopicArn=topic_arn, Protocol="sqs", Endpoint=queue.arn)["SubscriptionArn"]
    attributes = {"RawMessageDelivery": "true", "RedrivePolicy": redrive_policy(undelivered)}
    if types is not None:
        attributes["FilterPolicy"] = json.dumps({"type": list(types)})
    # Apart from subscribing: one that is there already keeps its attributes then.
    for name, value in attributes.items():
        sns.set_subscription_attributes(SubscriptionArn=arn, AttributeName=name, AttributeValue=value)


def _allow_topic(sqs: "SQSClient", queue: Queue, topic_arn: str) -> None:
    statement = {
        "Effect": "Allow",
        "Principal": {"Service": "sns.amazonaws.com"},
        "Action": "sqs:SendMessage",
        "Resource": queue.arn,
        "Condition": {"ArnEquals": {"aws:SourceArn": topic_arn}},
    }
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    sqs.set_queue_attributes(QueueUrl=queue.url, Attributes={"Policy": policy})
