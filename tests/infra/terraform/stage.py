"""What a function finds when it runs: a table, queues, a topic, a user pool and its settings, all on moto."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from unittest.mock import patch

import boto3
from moto import mock_aws

from app.repositories.people import PeopleRepository
from infra.local.table import create_table
from tests.conftest import REGION, Table
from tests.user_pool import UserPool

FIRST_ADMIN = "ada@example.com"
PARAMETER = "/baton/signing-key"
SIGNING_KEY = "thirty-two characters of a secret"


@dataclass(frozen=True)
class Stage:
    """Its clients are made before anybody listens: what sets the scene is not recorded."""

    table: Table
    pool: UserPool

    @property
    def people(self) -> PeopleRepository:
        return PeopleRepository(self.table.client, self.table.name)


@contextmanager
def stage() -> Iterator[Stage]:
    with mock_aws():
        aws = boto3.Session(region_name=REGION)
        table = Table(aws.client("dynamodb"), "baton")
        create_table(table.client, table.name)
        aws.client("ssm").put_parameter(Name=PARAMETER, Value=SIGNING_KEY, Type="SecureString")
        aws.client("ses").verify_email_identity(EmailAddress="baton@example.com")
        with patch.dict(os.environ, _settings(aws, table)):
            yield Stage(table, UserPool.created(aws.client("cognito-idp")))


def _settings(aws: boto3.Session, table: Table) -> dict[str, str]:
    queue = aws.client("sqs").create_queue(QueueName="queue")["QueueUrl"]
    return {
        "TABLE_NAME": table.name,
        "TOPIC_ARN": aws.client("sns").create_topic(Name="events")["TopicArn"],
        "PARKING_QUEUE_URL": queue,
        "DIGEST_QUEUE_URL": queue,
        "WEBHOOK_QUEUE_URL": queue,
        "WEBHOOK_PRIVATE_ADDRESSES": "on",
        "PAGE_ORIGIN": "https://baton.example.com",
        "API_URL": "https://api.example.com",
        "MAIL_SENDER": "Baton <baton@example.com>",
        "SIGNING_KEY": SIGNING_KEY,
        "SIGNING_KEY_PARAMETER": PARAMETER,
        "SIGN_UP_DOMAINS": "example.com",
        "FIRST_ADMIN_EMAIL": FIRST_ADMIN,
        "TEAM_TIME_ZONE": "UTC",
    }
