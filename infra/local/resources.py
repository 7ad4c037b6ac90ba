"""Everything that Terraform makes in the cloud, made here on the emulator; each start makes good what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parseaddr

import boto3

from app.domain.events import NOTIFICATION_OF
from infra.local.notifications import create_notifications, verify_sender
from infra.local.sign_up_trigger import deploy_sign_up
from infra.local.table import create_table
from infra.local.user_pool import create_user_pool

TABLE_NAME = "baton"
# What can become a mail; other events never wake the mail worker.
MAILED_TYPES = tuple(NOTIFICATION_OF)


@dataclass(frozen=True)
class Resources:
    user_pool_id: str
    user_pool_client_id: str
    topic_arn: str
    email_queue_url: str
    parking_queue_url: str


def create_resources(session: boto3.Session, *, sender: str, sign_up_environment: Mapping[str, str]) -> Resources:
    create_table(session.client("dynamodb"), TABLE_NAME)
    address = parseaddr(sender)[1]
    verify_sender(session.client("sesv2"), address)
    sign_up_arn = deploy_sign_up(session.client("lambda"), session.client("iam"), sign_up_environment)
    notifications = create_notifications(session.client("sns"), session.client("sqs"), mailed_types=MAILED_TYPES)
    pool = create_user_pool(
        session.client("cognito-idp"),
        sender=sender,
        sender_arn=f"arn:aws:ses:{session.region_name}:000000000000:identity/{address}",
        sign_up_arn=sign_up_arn,
    )
    return Resources(
        user_pool_id=pool.id,
        user_pool_client_id=pool.client_id,
        topic_arn=notifications.topic_arn,
        email_queue_url=notifications.email_queue.url,
        parking_queue_url=notifications.parking_queue.url,
    )
