"""A DynamoDB client whose updates are answered at once, without a network; botocore does all the rest."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

import boto3
from botocore.awsrequest import AWSResponse
from botocore.compat import HTTPHeaders

from tests.conftest import REGION

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


def instant_client() -> "DynamoDBClient":
    client = boto3.client("dynamodb", region_name=REGION)
    client.meta.events.register("before-send.dynamodb.UpdateItem", _answer)  # type: ignore[arg-type]
    return client


class _Body(BytesIO):
    def stream(self) -> Iterator[bytes]:
        yield self.read()


def _answer(request: Any, **_: Any) -> AWSResponse:
    return AWSResponse(request.url, 200, HTTPHeaders(), _Body(b"{}"))
