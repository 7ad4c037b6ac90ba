"""What every test may ask for: a table on moto, and on real DynamoDB Local."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

import boto3
import pytest
from hypothesis import settings
from moto import mock_aws

from infra.local.table import create_table
from tests.dynamodb_local import DynamoDBLocal

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

REGION = "eu-central-1"

# Never an account of whoever runs the tests.
os.environ |= {
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "AWS_REGION": REGION,
    "AWS_DEFAULT_REGION": REGION,
    "AWS_EC2_METADATA_DISABLED": "true",
}
for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_DYNAMODB"):
    os.environ.pop(name, None)


# No test asserts a clock: a busy machine is no fault of an example.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

# One for all tests: a session of their own would each read the SDK's descriptions of its services again.
SESSION = boto3.Session(region_name=REGION)


@dataclass(frozen=True)
class Table:
    client: "DynamoDBClient"
    name: str


def skip_or_fail(reason: str) -> None:
    """A machine may lack a tool, and says so; the build's machine may not."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture
def moto_table() -> Iterator[Table]:
    """In this process: quick, and lenient. Conflicts and races show on DynamoDB Local only."""
    with mock_aws():
        client = SESSION.client("dynamodb")
        create_table(client, "baton")
        yield Table(client, "baton")


@pytest.fixture(scope="session")
def dynamodb_local() -> Iterator[DynamoDBLocal]:
    if shutil.which("java") is None:
        skip_or_fail(
            "DynamoDB Local needs Java 17 or newer: install it, for example by `apt-get install openjdk-17-jre`"
        )
    with DynamoDBLocal.started() as server:
        yield server


@pytest.fixture
def dynamodb_local_table(dynamodb_local: DynamoDBLocal) -> Table:
    return _new_table(dynamodb_local, with_stream=False)


@pytest.fixture
def streaming_table(dynamodb_local: DynamoDBLocal) -> Table:
    return _new_table(dynamodb_local, with_stream=True)


def _new_table(server: DynamoDBLocal, *, with_stream: bool) -> Table:
    client = server.client()
    name = f"baton-{uuid4().hex}"
    create_table(client, name, with_stream=with_stream)
    return Table(client, name)


@pytest.fixture
def table(request: pytest.FixtureRequest) -> Table:
    """AWS's own engine; where the machine has no Java, moto."""
    found = request.getfixturevalue("dynamodb_local_table" if shutil.which("java") else "moto_table")
    assert isinstance(found, Table)
    return found
