"""From topic to queue: only what becomes a mail arrives, as it was published; what fails ends as a dead letter."""

import json
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from moto import mock_aws

from infra.local.notifications import Notifications, create_notifications, verify_sender


@pytest.fixture
def session() -> Iterator[boto3.Session]:
    with mock_aws():
        yield boto3.Session(region_name="eu-central-1")


def create(session: boto3.Session) -> Notifications:
    return create_notifications(session.client("sns"), session.client("sqs"), mailed_types=("TASK_ASSIGNED",))


def publish(session: boto3.Session, made: Notifications, event_type: str, message: str) -> None:
    attributes: Any = {"type": {"DataType": "String", "StringValue": event_type}}
    session.client("sns").publish(TopicArn=made.topic_arn, Message=message, MessageAttributes=attributes)


def received(session: boto3.Session, url: str) -> list[str]:
    answer = session.client("sqs").receive_message(QueueUrl=url, MaxNumberOfMessages=10)
    return [message["Body"] for message in answer.get("Messages", [])]


def test_an_event_that_nobody_is_mailed_about_wakes_nobody(session: boto3.Session) -> None:
    made = create(session)

    publish(session, made, "TASK_CREATED", "created")
    publish(session, made, "TASK_ASSIGNED", "assigned")

    assert received(session, made.email_queue.url) == ["assigned"]


def test_a_second_start_makes_no_second_subscription(session: boto3.Session) -> None:
    first, second = create(session), create(session)

    assert first == second
    publish(session, first, "TASK_ASSIGNED", "once")
    assert received(session, first.email_queue.url) == ["once"]


def test_what_fails_five_times_becomes_a_dead_letter(session: boto3.Session) -> None:
    made = create(session)
    sqs = session.client("sqs")

    attributes = sqs.get_queue_attributes(QueueUrl=made.email_queue.url, AttributeNames=["All"])["Attributes"]

    redrive = json.loads(attributes["RedrivePolicy"])
    assert redrive["deadLetterTargetArn"].endswith(":baton-send-emails-dead-letters")
    assert int(redrive["maxReceiveCount"]) == 5


def test_only_the_topic_may_send_to_the_queue(session: boto3.Session) -> None:
    made = create(session)

    attributes = session.client("sqs").get_queue_attributes(QueueUrl=made.email_queue.url, AttributeNames=["Policy"])[
        "Attributes"
    ]

    statement = json.loads(attributes["Policy"])["Statement"][0]
    assert statement["Condition"] == {"ArnEquals": {"aws:SourceArn": made.topic_arn}}
    assert statement["Resource"] == made.email_queue.arn


def test_the_sender_is_verified_on_every_start(session: boto3.Session) -> None:
    ses = session.client("sesv2")

    for _ in range(2):
        verify_sender(ses, "baton@example.com")

    assert [identity["IdentityName"] for identity in ses.list_email_identities()["EmailIdentities"]] == [
        "baton@example.com"
    ]
