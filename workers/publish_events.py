"""Table stream to SNS: every event in order, none skipped for a passing failure, none held up by a broken one."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from app.domain.events import Event
from app.repositories.attributes import from_attributes
from app.repositories.clients import CONFIG, sqs_client
from app.repositories.event_items import event_message, to_event
from app.settings import PublishEventsSettings
from workers.lambda_events import Answer, Record, to_come_again
from workers.observability import emit_counts, logger_of, named

if TYPE_CHECKING:
    from mypy_boto3_sns import SNSClient
    from mypy_boto3_sqs import SQSClient

WORKER = "publish_events"
MESSAGES_PER_BATCH = 10  # PublishBatch's limit
# PublishBatch takes 262,144 of all messages together; some room is left. A single event always fits: the largest is an
# edit of the longest description, half of this in characters of six bytes.
BYTES_PER_BATCH = 250_000
# No characters to SQS, which refuses them as they are.
NO_CHARACTERS = str.maketrans({"\ufffe": "\\ufffe", "\uffff": "\\uffff"})

logger = logger_of(WORKER)


@dataclass(frozen=True)
class Outlets:
    sns: "SNSClient"
    sqs: "SQSClient"
    topic_arn: str
    parking_queue_url: str

    @classmethod
    def of(cls, settings: PublishEventsSettings) -> "Outlets":
        return cls(
            sns=boto3.client("sns", region_name=settings.region, config=CONFIG),
            sqs=sqs_client(settings.region),
            topic_arn=settings.topic_arn,
            parking_queue_url=settings.parking_queue_url,
        )


@dataclass(frozen=True)
class Readable:
    """A stream record and the event it holds (None: it can never be read)."""

    record: Record
    event: Event | None

    @property
    def sequence_number(self) -> str:
        return str(self.record["dynamodb"]["SequenceNumber"])

    @cached_property
    def message(self) -> str:
        """Empty where there is no event. Not escaped to ASCII, which would take two or three times the bytes."""
        if self.event is None:
            return ""
        return json.dumps(event_message(self.event), ensure_ascii=False).translate(NO_CHARACTERS)

    @cached_property
    def size(self) -> int:
        """What SNS counts of it, in bytes: the message, and its attribute's name, type and value."""
        attribute = f"typeString{self.event.type}" if self.event else ""
        return len((self.message + attribute).encode())


class Unreadable(Exception):
    """A record that holds no event of today's schema."""


class PassingFailure(Exception):
    """Something that may work later. The stream resumes at `sequence_number`."""

    def __init__(self, sequence_number: str) -> None:
        super().__init__(sequence_number)
        self.sequence_number = sequence_number


def handler(event: dict[str, Any], _context: object) -> Answer:
    return publish_records(event["Records"], _outlets())


def publish_records(records: Sequence[Record], outlets: Outlets) -> Answer:
    """Lambda's partial batch response: empty, or the one record to resume at."""
    counts = {"EventsPublished": 0, "EventsParked": 0}
    stopped_at = []
    try:
        for batch in _batches([Readable(record, _read(record)) for record in records]):
            _publish(batch, outlets, counts)
    except PassingFailure as failure:
        stopped_at.append(failure.sequence_number)
    emit_counts(WORKER, counts)
    return to_come_again(stopped_at)


def read_event(record: Record) -> Event:
    """Raises Unreadable."""
    try:
        return to_event(from_attributes(record["dynamodb"]["NewImage"]))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Unreadable(f"{type(error).__name__}: {error}") from error


@cache
def _outlets() -> Outlets:
    return Outlets.of(PublishEventsSettings.read())


def _read(record: Record) -> Event | None:
    try:
        return read_event(record)
    except Unreadable as error:
        # Not the error's text, which may hold some of the record.
        reason = type(error.__cause__).__name__
        logger.error("record can never be read", extra={"record_id": record.get("eventID"), "reason": reason})
        return None


def _batches(records: Sequence[Readable]) -> Iterator[list[Readable]]:
    """Runs that SNS takes at once, in order: a broken record alone, and never two events of one task together.

    Within a batch SNS may fail the first and take the second; of two tasks that disturbs nobody's order.
    """
    batch: list[Readable] = []
    for row in records:
        if batch and not _fits(row, batch):
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def _fits(row: Readable, batch: Sequence[Readable]) -> bool:
    if row.event is None or len(batch) == MESSAGES_PER_BATCH:
        return False
    if row.size + sum(other.size for other in batch) > BYTES_PER_BATCH:
        return False
    return all(other.event is not None and other.event.task_id != row.event.task_id for other in batch)


def _publish(batch: list[Readable], outlets: Outlets, counts: dict[str, int]) -> None:
    """Raises PassingFailure."""
    entries = [_entry(row, row.event) for row in batch if row.event]
    if not entries:
        _park(batch[0], outlets, counts)
        return
    try:
        answer = outlets.sns.publish_batch(TopicArn=outlets.topic_arn, PublishBatchRequestEntries=entries)
    except (ClientError, BotoCoreError) as error:
        raise _passing(batch[0], error) from error
    counts["EventsPublished"] += len(answer.get("Successful", []))
    refused = {failed["Id"]: failed for failed in answer.get("Failed", [])}
    for row in batch:
        failed = refused.get(row.sequence_number)
        if failed and not failed["SenderFault"]:
            raise _passing(row, failed["Code"])
        if failed:
            _park(row, outlets, counts)
        else:
            logger.info("published", extra=_named(row))


def _named(row: Readable) -> dict[str, object]:
    if row.event is None:
        return {"sequence_number": row.sequence_number}
    return {**named(row.event), "event_type": row.event.type}


def _entry(row: Readable, event: Event) -> Any:
    return {
        "Id": row.sequence_number,
        "Message": row.message,
        "MessageAttributes": {"type": {"DataType": "String", "StringValue": str(event.type)}},
    }


def _park(row: Readable, outlets: Outlets, counts: dict[str, int]) -> None:
    """Aside with what can never be published, whole, for someone to look at; the rest goes on."""
    try:
        outlets.sqs.send_message(QueueUrl=outlets.parking_queue_url, MessageBody=json.dumps(row.record, default=str))
    except (ClientError, BotoCoreError) as error:
        raise _passing(row, error) from error
    counts["EventsParked"] += 1
    logger.error("parked", extra=_named(row))


def _passing(row: Readable, reason: object) -> PassingFailure:
    logger.warning("stopped, to be resumed", extra={**_named(row), "reason": str(reason)})
    return PassingFailure(row.sequence_number)
