"""The event sources as one process: python -m infra.local.events, or with --drain to the stream's end and no further.

Its environment is that of the workers, with EMAIL_QUEUE_URL and BATON_DATA besides.
"""

import argparse
import logging
import os
import signal
import threading
from pathlib import Path

import boto3

from infra.local.events.checkpoints import Checkpoints
from infra.local.events.filters import NEW_EVENTS, REMOVED_TASKS, Pattern
from infra.local.events.lambda_events import Handler
from infra.local.events.queue import QueueSource
from infra.local.events.runner import StreamSource, drain, read_until_stopped
from infra.local.events.stream import StreamReader
from workers import publish_events, purge_deleted, send_emails


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m infra.local.events", description=__doc__)
    parser.add_argument("--drain", action="store_true", help="read the stream to its end, then stop")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("botocore").setLevel(logging.WARNING)
    stopping = _stopping_by_signal()
    streams = [
        _stream_source("publish_events", publish_events.handler, NEW_EVENTS, stopping),
        _stream_source("purge_deleted", purge_deleted.handler, REMOVED_TASKS, stopping),
    ]
    if arguments.drain:
        for stream in streams:
            drain(stream)
    else:
        read_until_stopped((*streams, _email_source()), stopping)


def _stopping_by_signal() -> threading.Event:
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopping.set())
    return stopping


def _stream_source(function_name: str, handler: Handler, pattern: Pattern, stopping: threading.Event) -> StreamSource:
    folder = Path(os.environ["BATON_DATA"])
    table = boto3.client("dynamodb").describe_table(TableName=os.environ["TABLE_NAME"])["Table"]
    arn = table["LatestStreamArn"]
    checkpoints = Checkpoints(folder / "checkpoints" / f"{function_name}.json", stream_arn=arn)
    reader = StreamReader(boto3.client("dynamodbstreams"), arn, checkpoints=checkpoints, pattern=pattern)
    return StreamSource(
        reader=reader,
        stream_arn=arn,
        function_name=function_name,
        handler=handler,
        failures=folder / "failures",
        stopping=stopping,
    )


def _email_source() -> QueueSource:
    sqs = boto3.client("sqs")
    url = os.environ["EMAIL_QUEUE_URL"]
    found = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])
    return QueueSource(
        sqs=sqs,
        url=url,
        arn=found["Attributes"]["QueueArn"],
        region=os.environ["AWS_REGION"],
        function_name="send_emails",
        handler=send_emails.handler,
    )


if __name__ == "__main__":
    main()
