"""The environment that each program of the stack runs in: what Terraform sets in the cloud is set here."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from infra.local.addresses import Addresses
from infra.local.failures_bucket import FAILURES_BUCKET
from infra.local.resources import TABLE_NAME, Resources

REGION = "eu-central-1"
# DynamoDB Local takes letters and digits only.
ACCESS_KEY = "local"
SECRET_KEY = "local"  # noqa: S105  nothing is behind it but the emulator
MAIL_SENDER = "Baton <baton@example.com>"
SIGN_UP_DOMAINS = "example.com"
DIGEST_SECONDS = "5"  # somebody is waiting for it


def sdk_environment(addresses: Addresses, inherited: Mapping[str, str]) -> dict[str, str]:
    """Points the SDK at the emulator, and away from whatever account this machine is set up for."""
    kept = {name: value for name, value in inherited.items() if not name.startswith("AWS_")}
    dynamodb = (addresses.dynamodb or addresses.aws).url
    return kept | {
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        "AWS_ACCESS_KEY_ID": ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_ENDPOINT_URL": addresses.aws.url,
        "AWS_ENDPOINT_URL_DYNAMODB": dynamodb,
        "AWS_ENDPOINT_URL_DYNAMODB_STREAMS": dynamodb,
        "NO_PROXY": "127.0.0.1,localhost",
        "PYTHONUNBUFFERED": "1",
    }


def api_environment(addresses: Addresses, resources: Resources) -> dict[str, str]:
    return {
        **_shared_environment(addresses, resources),
        "USER_POOL_ID": resources.user_pool.id,
        "USER_POOL_CLIENT_ID": resources.user_pool.client_id,
        "JWKS_URL": f"{addresses.aws.url}/{resources.user_pool.id}/.well-known/jwks.json",
        "API_DOCS": "on",
    }


def worker_environment(addresses: Addresses, resources: Resources) -> dict[str, str]:
    return {
        **_shared_environment(addresses, resources),
        "API_URL": addresses.page.url,
        "BATON_DATA": str(addresses.data),
        "DIGEST_QUEUE_URL": resources.notifications.digest_queue_url,
        "DIGEST_SECONDS": DIGEST_SECONDS,
        "FAILURES_BUCKET": FAILURES_BUCKET,
        "MAIL_SENDER": MAIL_SENDER,
        "PARKING_QUEUE_URL": resources.notifications.parking_queue_url,
        "TOPIC_ARN": resources.notifications.topic_arn,
    }


def sign_up_environment(addresses: Addresses) -> dict[str, str]:
    dynamodb = (addresses.dynamodb or addresses.aws).url
    return {
        "TABLE_NAME": TABLE_NAME,
        "SIGN_UP_DOMAINS": SIGN_UP_DOMAINS,
        "AWS_ENDPOINT_URL": addresses.aws.url,
        "AWS_ENDPOINT_URL_DYNAMODB": dynamodb,
    }


def _shared_environment(addresses: Addresses, resources: Resources) -> dict[str, str]:
    return {
        "TABLE_NAME": TABLE_NAME,
        "PAGE_ORIGIN": addresses.page.url,
        "SIGNING_KEY": signing_key(addresses.data / "signing-key"),
        "WEBHOOK_QUEUE_URL": resources.notifications.webhook_queue_url,
        "WEBHOOK_PRIVATE_ADDRESSES": "on",  # a webhook of this machine is what people try first
    }


def signing_key(file: Path) -> str:
    """Made on the first start and kept, so that a cursor survives a restart."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(secrets.token_hex(32), encoding="utf-8")
    return file.read_text(encoding="utf-8")
