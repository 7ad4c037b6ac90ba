"""The road from event to mail: topic, queues with their dead-letter queues, subscription, parking, sender."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_boto3_sesv2 import SESV2Client
    from mypy_boto3_sns import SNSClient
    from mypy_boto3_sqs import SQSClient
    from mypy_boto3_sqs.literals import QueueAttributeNameType


TOPIC_NAME = "baton-events"
PARKING_QUEUE_NAME = "baton-parking"
EMAIL_QUEUE_NAME = "baton-send-emails"
DAYS_14 = str(14 * 24 * 3600)
# Six times the worker's timeout in the cloud; shorter here, so that a person sees the second try.
VISIBILITY_SECONDS = "60"
MAX_RECEIVE_COUNT = 5


@dataclass(frozen=True)
class Queue:
    url: str
    arn: str


@dataclass(frozen=True)
class Notifications:
    topic_arn: str
    email_queue: Queue
    parking_queue: Queue


def create_notifications(sns: "SNSClient", sqs: "SQSClient", *, mailed_types: tuple[str, ...]) -> Notifications:
    """Creating what is there already changes nothing, so every start runs this."""
    topic_arn = sns.create_topic(Name=TOPIC_NAME)["TopicArn"]
    dead_letters = _create_queue(sqs, f"{EMAIL_QUEUE_NAME}-dead-letters", {})
    undelivered = _create_queue(sqs, f"{EMAIL_QUEUE_NAME}-undelivered", {})
    email_queue = _create_queue(
        sqs,
        EMAIL_QUEUE_NAME,
        {
            "VisibilityTimeout": VISIBILITY_SECONDS,
            "RedrivePolicy": _redrive(dead_letters, maxReceiveCount=str(MAX_RECEIVE_COUNT)),
        },
    )
    _allow_topic(sqs, email_queue, topic_arn)
    _allow_topic(sqs, undelivered, topic_arn)
    sns.subscribe(
        TopicArn=topic_arn,
        Protocol="sqs",
        Endpoint=email_queue.arn,
        Attributes={
            "RawMessageDelivery": "true",
            "FilterPolicy": json.dumps({"type": list(mailed_types)}),
            "RedrivePolicy": _redrive(undelivered),
        },
    )
    return Notifications(topic_arn, email_queue, _create_queue(sqs, PARKING_QUEUE_NAME, {}))


def verify_sender(ses: "SESV2Client", address: str) -> None:
    try:
        ses.create_email_identity(EmailIdentity=address)
    except ses.exceptions.AlreadyExistsException:
        return


def _create_queue(sqs: "SQSClient", name: str, attributes: "Mapping[QueueAttributeNameType, str]") -> Queue:
    url = sqs.create_queue(QueueName=name)["QueueUrl"]
    # Apart from creating: a queue that exists with other attributes may not be created again.
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"MessageRetentionPeriod": DAYS_14, **attributes})
    found = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])
    return Queue(url, found["Attributes"]["QueueArn"])


def _redrive(queue: Queue, **settings: str) -> str:
    return json.dumps({"deadLetterTargetArn": queue.arn, **settings})


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
