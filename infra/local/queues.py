"""A worker's queue with its dead letters, as Terraform makes it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.repositories.deliveries import LEASE

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient
    from mypy_boto3_sqs.literals import QueueAttributeNameType

DAYS_14 = str(14 * 24 * 3600)
# Six times the worker's timeout in the cloud; shorter here, so that a person sees the second try. Longer than the
# ledger's lease: a mail that a dying worker left leased is free when its message comes back.
VISIBILITY_SECONDS = str(int(LEASE.total_seconds()) + 5)
MAX_RECEIVE_COUNT = 5


@dataclass(frozen=True)
class Queue:
    url: str
    arn: str


def create_worker_queue(sqs: "SQSClient", name: str, *, max_receive_count: int = MAX_RECEIVE_COUNT) -> Queue:
    """What a worker fails at so many times is set aside in NAME-dead-letters."""
    dead_letters = create_queue(sqs, f"{name}-dead-letters")
    redrive = redrive_policy(dead_letters, maxReceiveCount=str(max_receive_count))
    return create_queue(sqs, name, {"VisibilityTimeout": VISIBILITY_SECONDS, "RedrivePolicy": redrive})


def create_queue(
    sqs: "SQSClient", name: str, attributes: "Mapping[QueueAttributeNameType, str] | None" = None
) -> Queue:
    """Creating what is there already changes nothing."""
    url = sqs.create_queue(QueueName=name)["QueueUrl"]
    # Apart from creating: a queue that exists with other attributes may not be created again.
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"MessageRetentionPeriod": DAYS_14, **(attributes or {})})
    found = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])
    return Queue(url, found["Attributes"]["QueueArn"])


def redrive_policy(queue: Queue, **settings: str) -> str:
    return json.dumps({"deadLetterTargetArn": queue.arn, **settings})
