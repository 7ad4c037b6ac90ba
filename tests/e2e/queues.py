"""The queues of a stack, as one waits for them."""

from typing import TYPE_CHECKING

import boto3

from infra.local.notifications import DIGEST_QUEUE_NAME, EMAIL_QUEUE_NAME, INBOX_QUEUE_NAME
from tests.e2e.stack import Place

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

WORKED_OFF = (EMAIL_QUEUE_NAME, DIGEST_QUEUE_NAME, INBOX_QUEUE_NAME)


class Queues:
    """Those of what people are to be told."""

    def __init__(self, place: Place) -> None:
        self._sqs: SQSClient = boto3.client("sqs", **place.client_options)
        self._urls = [self._sqs.get_queue_url(QueueName=name)["QueueUrl"] for name in WORKED_OFF]

    def are_empty(self) -> bool:
        """Nothing waits, is held back or in a worker's hands."""
        return {number for url in self._urls for number in self._counts(url)} == {"0"}

    def _counts(self, url: str) -> list[str]:
        found = self._sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
        return [number for name, number in found.items() if name.startswith("ApproximateNumberOf")]
