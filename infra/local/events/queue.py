"""Hands a queue's messages to a function in batches; what it does not finish comes back, or becomes a dead letter."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from infra.local.events.lambda_events import Handler, LambdaContext, queue_event

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient


logger = logging.getLogger(__name__)

BATCH_SIZE = 10
WAIT_SECONDS = 1


@dataclass(frozen=True)
class QueueSource:
    sqs: "SQSClient"
    url: str
    arn: str
    region: str
    function_name: str
    handler: Handler

    def __call__(self) -> int:
        """Gives how many messages there were; those not deleted return once their visibility timeout ends."""
        answer = self.sqs.receive_message(
            QueueUrl=self.url,
            MaxNumberOfMessages=BATCH_SIZE,
            WaitTimeSeconds=WAIT_SECONDS,
            MessageAttributeNames=["All"],
            MessageSystemAttributeNames=["All"],
        )
        messages = answer.get("Messages", [])
        if messages:
            self._delete(_finished(messages, self._invoke(messages)))
        return len(messages)

    def _invoke(self, messages: Sequence[Any]) -> Any:
        event = queue_event(messages, queue_arn=self.arn, region=self.region)
        try:
            return self.handler(event, LambdaContext(self.function_name))
        except Exception:
            logger.exception("%s failed on a batch of %d", self.function_name, len(messages))
            return {"batchItemFailures": [{"itemIdentifier": message["MessageId"]} for message in messages]}

    def _delete(self, messages: Sequence[Mapping[str, Any]]) -> None:
        if messages:
            self.sqs.delete_message_batch(
                QueueUrl=self.url,
                Entries=[
                    {"Id": str(place), "ReceiptHandle": message["ReceiptHandle"]}
                    for place, message in enumerate(messages)
                ],
            )


def _finished(messages: Sequence[Mapping[str, Any]], answer: Any) -> list[Mapping[str, Any]]:
    failures = (answer or {}).get("batchItemFailures") or ()
    failed = {failure["itemIdentifier"] for failure in failures}
    if not failed <= {message["MessageId"] for message in messages}:
        return []  # a name that is none of ours means: nothing is done
    return [message for message in messages if message["MessageId"] not in failed]
