"""Replays on the local stack: python -m workers.replay in the environment that the workers have here."""

import os

import boto3

from infra.local.failures_bucket import FAILURES_BUCKET
from infra.local.notifications import PARKING_QUEUE_NAME, TOPIC_NAME
from infra.local.resources import TABLE_NAME
from workers.replay import main


def replay(what: str, *, publish: bool) -> int:
    """The exit status."""
    os.environ |= {
        "TABLE_NAME": TABLE_NAME,
        "TOPIC_ARN": boto3.client("sns").create_topic(Name=TOPIC_NAME)["TopicArn"],
        "PARKING_QUEUE_URL": boto3.client("sqs").get_queue_url(QueueName=PARKING_QUEUE_NAME)["QueueUrl"],
        "FAILURES_BUCKET": FAILURES_BUCKET,
    }
    return main([what, "--publish"] if publish else [what])
