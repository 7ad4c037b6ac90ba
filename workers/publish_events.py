"""Table stream to SNS: every event in order, none skipped for a passing failure, none held up by a broken one."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from app.domain.events import Event
from app.repositories.attributes import from_attributes
from app.repositories.clients import CONFIG
from app.repositories.event_items import event_message, to_event
from app.settings import PublishEventsSettings
from workers.observability import emit_counts, logger_of, named

if TYPE_CHECKING:
    from mypy_boto3_sns import SNSClient
    from mypy_boto3_sqs import SQSClient

WORKER = "publish_events"
MESSAGES_PER_BATCH = 10  # PublishBatch's limit

logger = logger_of(WORKER)

type Record = dict[str, Any]


@dataclass(frozen=True)
class Outlets:
    sns: "SNSClient"
    sqs: "SQSClient"
    topic_arn: str
    parking_queue_url: str


@dataclass(frozen=True)
class Readable:
    """A stream record and the event it holds (None: it can never be read)."""

    record: Record
    event: Event | None

    @property
    def sequence_number(self) -> str:
        return str(self.record["dynamodb"]["SequenceNumber"])


class Unreadable(Exception):
    """A record that holds no event of today's schema."""


class PassingFailure(Exception):
    """Something that may work later. The stream resumes at `sequence_number`."""

    def __init__(self, sequence_number: str) -> None:
        super().__init__(sequence_number)
        self.sequence_number = sequence_number


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    return publish_records(event["Records"], _outlets())


def publish_records(records: Sequence[Record], outlets: Outlets) -> dict[str, Any]:
    """Lambda's partial batch response: empty, or the one record to resume at."""
    counts = {"EventsPublished": 0, "EventsParked": 0}
    failures = []
    try:
        for batch in _batches([Readable(record, _read(record)) for record in records]):
            _publish(batch, outlets, counts)
    except PassingFailure as failure:
        failures.append({"itemIdentifier": failure.sequence_number})
    emit_counts(WORKER, counts)
    return {"batchItemFailures": failures}


def read_event(record: Record) -> Event:
    """Raises Unreadable."""
    try:
        return to_event(from_attributes(record["dynamodb"]["NewImage"]))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Unreadable(f"{type(error).__name__}: {error}") from error


@cache
def _outlets() -> Outlets:
    settings = PublishEventsSettings.read()
    return Outlets(
        sns=boto3.client("sns", region_name=settings.region, config=CONFIG),
        sqs=boto3.client("sqs", region_name=settings.region, config=CONFIG),
        topic_arn=settings.topic_arn,
        parking_queue_url=settings.parking_queue_url,
    )


def _read(record: Record) -> Event | None:
    try:
        return read_event(record)
    except Unreadable as error:
        # Not the error's text, which may hold some of the record.
        reason = type(error.__cause__).__name__
        logger.error("record can never be read", extra={"record_id": record.get("eventID"), "reason": reason})
        return None


def _batches(records: Sequence[Readable]) -> Iterator[list[Readable]]:
    """Runs of at most ten, in order: a broken record alone, and never two events of one task together.

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
    return all(other.event is not None and other.event.task_id != row.event.task_id for other in batch)


def _publish(batch: list[Readable], outlets: Outlets, counts: dict[str, int]) -> None:
    """Raises PassingFailure."""
    events = {row.sequence_number: row.event for row in batch if row.event}
    if not events:
        _park(batch[0], outlets, counts)
        return
    entries = [_entry(sequence_number, event) for sequence_number, event in events.items()]
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


def _entry(sequence_number: str, event: Event) -> Any:
    return {
        "Id": sequence_number,
        "Message": json.dumps(event_message(event)),
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
