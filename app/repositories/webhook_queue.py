"""The webhook's queue, for an event that somebody asks for again."""

import json
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from app.domain.errors import Unfinished
from app.domain.events import Event
from app.repositories.event_items import event_message

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient


class WebhookQueue:
    def __init__(self, client: "SQSClient", url: str) -> None:
        self._client = client
        self.url = url

    def put(self, event: Event) -> None:
        """As the topic brings it. Raises Unfinished."""
        try:
            self._client.send_message(QueueUrl=self.url, MessageBody=json.dumps(event_message(event)))
        except (BotoCoreError, ClientError) as error:
            raise Unfinished("The queue did not take it. Send the same request again: it does what is left.") from error
