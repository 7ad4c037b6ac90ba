"""From the topics to the queues: everybody is woken for what they tell, and for nothing else."""

import json
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from moto import mock_aws

from app.domain.webhooks import ATTEMPTS
from infra.local.notifications import (
    EMAIL_QUEUE_NAME,
    INBOX_QUEUE_NAME,
    MAIL_EVENTS_QUEUE_NAME,
    WEBHOOK_QUEUE_NAME,
    Notifications,
    create_notifications,
    verify_sender,
)


@pytest.fixture
def session() -> Iterator[boto3.Session]:
    with mock_aws():
        yield boto3.Session(region_name="eu-central-1")


def create(session: boto3.Session) -> Notifications:
    return create_notifications(session.client("sns"), session.client("sqs"))


def publish(session: boto3.Session, topic_arn: str, event_type: str) -> None:
    attributes: Any = {"type": {"DataType": "String", "StringValue": event_type}}
    session.client("sns").publish(TopicArn=topic_arn, Message=event_type, MessageAttributes=attributes)


def received(session: boto3.Session, name: str) -> list[str]:
    sqs = session.client("sqs")
    url = sqs.get_queue_url(QueueName=name)["QueueUrl"]
    answer = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10)
    return [message["Body"] for message in answer.get("Messages", [])]


def test_an_event_that_nobody_is_told_of_wakes_the_webhook_alone(session: boto3.Session) -> None:
    made = create(session)

    publish(session, made.topic_arn, "TASK_CREATED")

    names = (EMAIL_QUEUE_NAME, INBOX_QUEUE_NAME, WEBHOOK_QUEUE_NAME, MAIL_EVENTS_QUEUE_NAME)
    assert [received(session, name) for name in names] == [[], [], ["TASK_CREATED"], []]


@pytest.mark.parametrize(
    "event_type",
    ["TASK_ASSIGNED", "TASK_UNASSIGNED", "STATUS_CHANGED", "COMMENT_ADDED", "TASK_DUE_SOON", "TASK_OVERDUE"],
)
def test_what_people_are_told_of_wakes_all_who_tell_them(session: boto3.Session, event_type: str) -> None:
    made = create(session)

    publish(session, made.topic_arn, event_type)

    names = (EMAIL_QUEUE_NAME, INBOX_QUEUE_NAME, WEBHOOK_QUEUE_NAME)
    assert [received(session, name) for name in names] == [[event_type]] * 3


def test_what_becomes_of_mails_goes_its_own_way(session: boto3.Session) -> None:
    made = create(session)

    session.client("sns").publish(TopicArn=made.mail_topic_arn, Message="bounced")

    assert received(session, MAIL_EVENTS_QUEUE_NAME) == ["bounced"]
    assert received(session, WEBHOOK_QUEUE_NAME) == []


def test_a_second_start_changes_nothing(session: boto3.Session) -> None:
    first, second = create(session), create(session)

    assert first == second
    publish(session, first.topic_arn, "TASK_ASSIGNED")
    assert received(session, EMAIL_QUEUE_NAME) == ["TASK_ASSIGNED"]


def test_the_queue_does_not_give_a_webhook_up_before_the_worker_does(session: boto3.Session) -> None:
    made = create(session)

    found = session.client("sqs").get_queue_attributes(
        QueueUrl=made.webhook_queue_url, AttributeNames=["RedrivePolicy"]
    )

    assert int(json.loads(found["Attributes"]["RedrivePolicy"])["maxReceiveCount"]) > ATTEMPTS


def test_the_sender_is_verified_on_every_start(session: boto3.Session) -> None:
    ses = session.client("sesv2")

    for _ in range(2):
        verify_sender(ses, "baton@example.com")

    assert [identity["IdentityName"] for identity in ses.list_email_identities()["EmailIdentities"]] == [
        "baton@example.com"
    ]
