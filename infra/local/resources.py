"""Everything that Terraform makes in the cloud, made here on the emulator; each start makes good what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parseaddr

import boto3

from infra.local.failures_bucket import create_failures_bucket
from infra.local.notifications import Notifications, create_notifications, verify_sender
from infra.local.sign_up_trigger import deploy_sign_up
from infra.local.table import create_table
from infra.local.user_pool import UserPool, create_user_pool

TABLE_NAME = "baton"


@dataclass(frozen=True)
class Resources:
    user_pool: UserPool
    notifications: Notifications


def create_resources(session: boto3.Session, *, sender: str, sign_up_environment: Mapping[str, str]) -> Resources:
    create_table(session.client("dynamodb"), TABLE_NAME)
    create_failures_bucket(session.client("s3"), session.region_name)
    address = parseaddr(sender)[1]
    verify_sender(session.client("sesv2"), address)
    sign_up_arn = deploy_sign_up(session.client("lambda"), session.client("iam"), sign_up_environment)
    user_pool = create_user_pool(
        session.client("cognito-idp"),
        sender=sender,
        sender_arn=f"arn:aws:ses:{session.region_name}:000000000000:identity/{address}",
        sign_up_arn=sign_up_arn,
    )
    return Resources(user_pool, create_notifications(session.client("sns"), session.client("sqs")))
