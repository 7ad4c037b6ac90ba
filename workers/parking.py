"""The parking queue: stream records that nobody could read, waiting for code that can, and their replay."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import batched
from typing import TYPE_CHECKING, Any

from app.domain.events import Event
from workers import publish_events
from workers.lambda_events import Record
from workers.publish_events import Unreadable, read_event
from workers.replay_run import LATER, LEFT, REPLAYED, ReplayRun

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

MESSAGES_A_READ = 10
WAIT_SECONDS = 2  # long enough to ask every server that holds a part of the queue
HELD_SECONDS = 900  # should a replay die half way, what it held is seen again after this


@dataclass(frozen=True)
class Parked:
    """A message with a record in it, and the record's event (None: it cannot be read, for this reason)."""

    message_id: str
    receipt_handle: str
    record: Record
    event: Event | None
    reason: str = ""

    @property
    def place(self) -> int:
        """On the stream; those that cannot be read have none."""
        return int(self.record["dynamodb"]["SequenceNumber"]) if self.event else 0


class ParkingQueue:
    def __init__(self, client: "SQSClient", url: str, *, wait_seconds: int = WAIT_SECONDS) -> None:
        self._client = client
        self._url = url
        self._wait_seconds = wait_seconds

    def batches(self) -> Iterator[list[Parked]]:
        """Every message once, held for a while; ends where the queue gives nothing new."""
        seen: set[str] = set()
        while True:
            batch = [parked for parked in self._receive() if parked.message_id not in seen]
            if not batch:
                return
            seen.update(parked.message_id for parked in batch)
            yield batch

    def delete(self, messages: Iterable[Parked]) -> None:
        for part in batched(messages, MESSAGES_A_READ):
            self._client.delete_message_batch(QueueUrl=self._url, Entries=[*map(_entry, part)])

    def release(self, messages: Iterable[Parked]) -> None:
        """To be seen again at once, by whoever looks next."""
        for part in batched(messages, MESSAGES_A_READ):
            entries: Any = [{**_entry(parked), "VisibilityTimeout": 0} for parked in part]
            self._client.change_message_visibility_batch(QueueUrl=self._url, Entries=entries)

    def _receive(self) -> list[Parked]:
        answer = self._client.receive_message(
            QueueUrl=self._url,
            MaxNumberOfMessages=MESSAGES_A_READ,
            VisibilityTimeout=HELD_SECONDS,
            WaitTimeSeconds=self._wait_seconds,
        )
        return [_parked(message) for message in answer.get("Messages", [])]


def replay_parking(queue: ParkingQueue, run: ReplayRun) -> None:
    """What today's code can read is published and leaves the queue; the rest stays, and is seen again at once."""
    left: list[Parked] = []
    tried: set[str] = set()
    try:
        for batch in queue.batches():
            left += batch
            published = _publish(_readable(batch, tried, run), run)
            queue.delete(published)
            left = [parked for parked in left if parked not in published]
    finally:
        queue.release(left)


def described(event: Event) -> str:
    return f"{event.id} {event.type} of task {event.task_id}"


def _parked(message: Any) -> Parked:
    record: Record = {}
    try:
        record = json.loads(message["Body"])
        event = read_event(record)
        int(record["dynamodb"]["SequenceNumber"])
    except (Unreadable, ValueError, KeyError, TypeError) as error:
        return Parked(message["MessageId"], message["ReceiptHandle"], record, None, str(error))
    return Parked(message["MessageId"], message["ReceiptHandle"], record, event)


def _entry(parked: Parked) -> Any:
    return {"Id": parked.message_id, "ReceiptHandle": parked.receipt_handle}


def _readable(batch: Sequence[Parked], tried: set[str], run: ReplayRun) -> list[Parked]:
    """Those to publish, in the stream's order. Each event is tried once a run:

    what the topic refuses for good is parked anew, and would come round for ever.
    """
    readable = []
    for parked in sorted(batch, key=lambda one: one.place):
        if parked.event is None:
            run.say(f"message {parked.message_id}")
            run.close(LEFT, f"stays: {parked.reason}")
        elif parked.event.id in tried:
            run.say(f"message {parked.message_id}: {described(parked.event)}")
            run.close(LEFT, "stays: it was parked twice, or the topic refuses it for good")
        else:
            tried.add(parked.event.id)
            readable.append(parked)
    return readable


def _publish(readable: Sequence[Parked], run: ReplayRun) -> Sequence[Parked]:
    """Those that are done: none in a dry run."""
    records = [parked.record for parked in readable]
    done = run.hand_over(publish_events.WORKER, records) if run.publish and records else 0
    for place, parked in enumerate(readable):
        run.say(f"message {parked.message_id}: {described(parked.event) if parked.event else ''}")
        if place < done:
            run.close(REPLAYED, "published")
        elif run.publish:
            run.close(LEFT, f"stays; {LATER}")
        else:
            run.close(REPLAYED, "would be published")
    return readable[:done]
