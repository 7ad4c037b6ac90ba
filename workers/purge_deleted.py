"""A task that DynamoDB removed from the trash takes its comments and its history along."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from app.domain.errors import Unfinished
from app.repositories.clients import dynamodb_client
from app.repositories.remains import RemainsRepository
from app.repositories.table import id_at
from app.settings import TableSettings
from workers.lambda_events import Answer, Record, to_come_again
from workers.observability import emit_counts, logger_of

WORKER = "purge_deleted"

logger = logger_of(WORKER)


def handler(event: dict[str, Any], _context: object) -> Answer:
    return purge(event["Records"], _remains())


def purge(records: Sequence[Record], remains: RemainsRepository) -> Answer:
    """Lambda's partial batch response: empty, or the one record to resume at."""
    counts = {"TasksPurged": 0, "ItemsPurged": 0}
    stopped_at = []
    for record in records:
        try:
            counts["ItemsPurged"] += remains.remove(id_at(record["dynamodb"]["Keys"]["PK"]["S"]))
        except (ClientError, BotoCoreError, Unfinished):
            sequence_number = record["dynamodb"]["SequenceNumber"]
            logger.exception("stopped, to be resumed", extra={"sequence_number": sequence_number})
            stopped_at.append(sequence_number)
            break
        counts["TasksPurged"] += 1
    emit_counts(WORKER, counts)
    return to_come_again(stopped_at)


@cache
def _remains() -> RemainsRepository:
    settings = TableSettings.read()
    return RemainsRepository(dynamodb_client(settings.region), settings.table_name)
