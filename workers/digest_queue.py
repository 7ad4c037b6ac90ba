"""Messages about digests: a person's part of a bulk action is to be mailed, once nothing more comes in."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import batched
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

MESSAGES_PER_BATCH = 10  # SendMessageBatch's limit


@dataclass(frozen=True)
class DigestDue:
    bulk_id: str
    user_id: str
    collected_up_to: datetime


@dataclass(frozen=True)
class DigestQueue:
    sqs: "SQSClient"
    url: str
    delay_seconds: int

    def announce(self, digests: Collection[DigestDue]) -> set[DigestDue]:
        """Those that could not be announced."""
        return {digest for batch in batched(digests, MESSAGES_PER_BATCH) for digest in self._refused(batch)}

    def _refused(self, batch: Sequence[DigestDue]) -> set[DigestDue]:
        try:
            answer = self.sqs.send_message_batch(
                QueueUrl=self.url, Entries=[self._entry(number, digest) for number, digest in enumerate(batch)]
            )
        except (ClientError, BotoCoreError):
            return set(batch)
        return {batch[int(failed["Id"])] for failed in answer.get("Failed", [])}

    def _entry(self, number: int, digest: DigestDue) -> Any:
        return {"Id": str(number), "DelaySeconds": self.delay_seconds, "MessageBody": message_of(digest)}


def message_of(digest: DigestDue) -> str:
    collected_up_to = digest.collected_up_to.isoformat()
    return json.dumps({"bulkId": digest.bulk_id, "userId": digest.user_id, "collectedUpTo": collected_up_to})


def to_digest_due(body: str) -> DigestDue:
    """Raises KeyError, TypeError or ValueError for what is no such message."""
    message = json.loads(body)
    collected_up_to = datetime.fromisoformat(message["collectedUpTo"])
    if collected_up_to.tzinfo is None:
        raise ValueError("collectedUpTo must tell its time zone")
    return DigestDue(str(message["bulkId"]), str(message["userId"]), collected_up_to)
