"""What lies between the workers - SNS, the queue, the parking queue - as unreliable as it may be."""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from botocore.exceptions import ClientError

from app.repositories.event_items import to_event
from tests.faults.faults import Faults

VISIBILITY = timedelta(seconds=180)
MAX_RECEIVE_COUNT = 5
BATCH_SIZE = 10


@dataclass
class Message:
    id: str
    body: str
    visible_at: datetime
    receives: int = 0


@dataclass
class FaultyQueue:
    """Delivers in any order, some of it twice, and sets aside what fails five times."""

    random: Random
    faults: Faults
    now: datetime
    dead_letters: int = 0
    _waiting: list[Message] = field(default_factory=list)
    _sent: int = 0

    def send(self, body: str) -> None:
        copies = 2 if self.faults.strike("queue: delivered twice") else 1
        for _ in range(copies):
            self._sent += 1
            self._waiting.append(Message(f"message-{self._sent}", body, self.now))

    def __len__(self) -> int:
        return len(self._waiting)

    def receive(self) -> list[Message]:
        """A batch in random order; empty only when nothing is left. Time passes until something is visible."""
        self.now += timedelta(seconds=1)
        if self._waiting:
            self.now = max(self.now, min(message.visible_at for message in self._waiting))
        visible = [message for message in self._waiting if message.visible_at <= self.now]
        batch = self.random.sample(visible, min(BATCH_SIZE, len(visible)))
        for message in batch:
            message.receives += 1
            message.visible_at = self.now + VISIBILITY
        return batch

    def settle(self, batch: list[Message], failed: set[str]) -> None:
        """The rest is deleted. An operator puts dead letters back: here at once, counted."""
        done = {message.id for message in batch} - failed
        self._waiting = [message for message in self._waiting if message.id not in done]
        for message in batch:
            if message.id in failed and message.receives >= MAX_RECEIVE_COUNT:
                message.receives = 0
                self.dead_letters += 1


@dataclass
class FaultyTopic:
    """Stands in for the SNS client."""

    random: Random
    faults: Faults
    queue: FaultyQueue
    published: list[tuple[str, str]] = field(default_factory=list)
    """(task id, event id), in the order in which they were taken."""

    def publish_batch(self, *, PublishBatchRequestEntries: list[Any], **_: object) -> dict[str, Any]:  # noqa: N803
        fault = self.faults.strike("SNS: throttled", "SNS: part of a batch failed", "SNS: no answer after taking it")
        if fault == "SNS: throttled":
            raise ClientError({"Error": {"Code": "Throttled", "Message": "Slow down"}}, "PublishBatch")
        failed = [self.random.choice(PublishBatchRequestEntries)] if fault == "SNS: part of a batch failed" else []
        taken = [entry for entry in PublishBatchRequestEntries if entry not in failed]
        for entry in taken:
            self._take(entry["Message"])
        if fault == "SNS: no answer after taking it":
            raise ClientError({"Error": {"Code": "InternalError", "Message": "Try again"}}, "PublishBatch")
        return {
            "Successful": [{"Id": entry["Id"]} for entry in taken],
            "Failed": [{"Id": entry["Id"], "Code": "InternalError", "SenderFault": False} for entry in failed],
        }

    def _take(self, body: str) -> None:
        event = to_event(json.loads(body))
        self.published.append((event.task_id, event.id))
        self.queue.send(body)


@dataclass
class ParkingQueue:
    """Stands in for the SQS client."""

    parked: list[str] = field(default_factory=list)
    """Sort keys of the records set aside."""

    def send_message(self, *, MessageBody: str, **_: object) -> None:  # noqa: N803
        self.parked.append(json.loads(MessageBody)["dynamodb"]["Keys"]["SK"]["S"])
