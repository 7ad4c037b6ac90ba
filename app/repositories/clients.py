"""The AWS clients: one per service and process, with timeouts that end well before a Lambda's."""

from typing import TYPE_CHECKING

import boto3
from botocore.config import Config

if TYPE_CHECKING:
    from mypy_boto3_cognito_idp import CognitoIdentityProviderClient
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_sqs import SQSClient

# botocore waits 60 s by default, longer than the gateway does. Kept-alive connections spare a TLS handshake a call.
CONFIG = Config(
    connect_timeout=1,
    read_timeout=3,
    retries={"total_max_attempts": 3, "mode": "standard"},
    tcp_keepalive=True,
)


def dynamodb_client(region: str) -> "DynamoDBClient":
    return boto3.client("dynamodb", region_name=region, config=CONFIG)


def cognito_client(region: str) -> "CognitoIdentityProviderClient":
    return boto3.client("cognito-idp", region_name=region, config=CONFIG)


def sqs_client(region: str) -> "SQSClient":
    return boto3.client("sqs", region_name=region, config=CONFIG)
