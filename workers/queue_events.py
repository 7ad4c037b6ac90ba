"""A queue's messages as the events that they hold."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.domain.events import Event
from app.repositories.event_items import to_event
from workers.lambda_events import Record

if TYPE_CHECKING:
    from aws_lambda_powertools import Logger


def events_in(records: Sequence[Record], logger: "Logger") -> dict[str, Event | None]:
    """By message id. None for what is no event: the queue brings it five times and then sets it aside."""
    return {record["messageId"]: _read(record, logger) for record in records}


def _read(record: Record, logger: "Logger") -> Event | None:
    try:
        return to_event(json.loads(record["body"]))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        # Not the error's text, which may hold some of the message.
        reason = type(error).__name__
        logger.error("message is no event", extra={"message_id": record["messageId"], "reason": reason})
        return None
