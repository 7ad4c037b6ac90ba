"""What wakes which worker: the table's stream, the queues and the clock, as event source mappings say in the cloud."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import boto3

from infra.local.events.checkpoints import Checkpoints
from infra.local.events.failures import FailureDestination
from infra.local.events.filters import NEW_EVENTS, REMOVED_TASKS, Pattern
from infra.local.events.lambda_events import Handler
from infra.local.events.queue import QueueSource
from infra.local.events.runner import StreamSource
from infra.local.events.schedule import ScheduleSource
from infra.local.events.stream import StreamReader
from infra.local.notifications import (
    DIGEST_QUEUE_NAME,
    EMAIL_QUEUE_NAME,
    INBOX_QUEUE_NAME,
    MAIL_EVENTS_QUEUE_NAME,
    WEBHOOK_QUEUE_NAME,
)
from workers import (
    fill_inbox,
    mark_addresses,
    publish_events,
    purge_deleted,
    remind,
    send_digests,
    send_emails,
    send_webhooks,
)


@dataclass(frozen=True)
class OnStream:
    """A function that the table's stream wakes, and for which records."""

    function_name: str
    handler: Handler
    pattern: Pattern


@dataclass(frozen=True)
class OnQueue:
    """A function that a queue wakes."""

    function_name: str
    handler: Handler
    queue_name: str


STREAM_MAPPINGS = (
    OnStream(publish_events.WORKER, publish_events.handler, NEW_EVENTS),
    OnStream(purge_deleted.WORKER, purge_deleted.handler, REMOVED_TASKS),
)
QUEUE_MAPPINGS = (
    OnQueue(send_emails.WORKER, send_emails.handler, EMAIL_QUEUE_NAME),
    OnQueue(send_digests.WORKER, send_digests.handler, DIGEST_QUEUE_NAME),
    OnQueue(fill_inbox.WORKER, fill_inbox.handler, INBOX_QUEUE_NAME),
    OnQueue(send_webhooks.WORKER, send_webhooks.handler, WEBHOOK_QUEUE_NAME),
    OnQueue(mark_addresses.WORKER, mark_addresses.handler, MAIL_EVENTS_QUEUE_NAME),
)


def stream_sources(environment: Mapping[str, str], stopping: threading.Event) -> list[StreamSource]:
    table = boto3.client("dynamodb").describe_table(TableName=environment["TABLE_NAME"])["Table"]
    arn = table["LatestStreamArn"]
    return [_stream_source(mapping, arn, environment, stopping) for mapping in STREAM_MAPPINGS]


def queue_sources(environment: Mapping[str, str]) -> list[QueueSource]:
    return [_queue_source(mapping, environment) for mapping in QUEUE_MAPPINGS]


def schedule_source(environment: Mapping[str, str]) -> ScheduleSource:
    return ScheduleSource(remind.WORKER, remind.handler, environment["AWS_REGION"])


def _stream_source(
    mapping: OnStream, stream_arn: str, environment: Mapping[str, str], stopping: threading.Event
) -> StreamSource:
    name = mapping.function_name
    file = Path(environment["BATON_DATA"]) / "checkpoints" / f"{name}.json"
    streams, s3 = boto3.client("dynamodbstreams"), boto3.client("s3")
    checkpoints = Checkpoints(file, stream_arn=stream_arn)
    return StreamSource(
        reader=StreamReader(streams, stream_arn, checkpoints=checkpoints, pattern=mapping.pattern),
        stream_arn=stream_arn,
        function_name=name,
        handler=mapping.handler,
        failures=FailureDestination(s3, environment["FAILURES_BUCKET"], name, stream_arn),
        stopping=stopping,
    )


def _queue_source(mapping: OnQueue, environment: Mapping[str, str]) -> QueueSource:
    sqs = boto3.client("sqs")
    url = sqs.get_queue_url(QueueName=mapping.queue_name)["QueueUrl"]
    found = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])
    return QueueSource(
        sqs=sqs,
        url=url,
        arn=found["Attributes"]["QueueArn"],
        region=environment["AWS_REGION"],
        function_name=mapping.function_name,
        handler=mapping.handler,
    )
