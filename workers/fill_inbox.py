"""Queue to inboxes: one entry per event and person, and none for whoever does not want it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from app.domain.events import Event
from app.domain.people import Channel, User
from app.repositories.clients import dynamodb_client
from app.repositories.inbox import InboxRepository
from app.repositories.people import PeopleRepository
from app.services.clock import Clock, utc_now
from app.settings import TableSettings
from workers.lambda_events import Answer, Record, to_come_again
from workers.observability import emit_counts, logger_of, named
from workers.queue_events import events_in

WORKER = "fill_inbox"

logger = logger_of(WORKER)


@dataclass(frozen=True)
class Inboxes:
    """All that filling takes."""

    people: PeopleRepository
    inbox: InboxRepository
    clock: Clock = utc_now


def handler(event: dict[str, Any], _context: object) -> Answer:
    return fill_inboxes(event["Records"], _inboxes())


def fill_inboxes(records: Sequence[Record], inboxes: Inboxes) -> Answer:
    """Lambda's partial batch response: the messages that the queue is to bring again."""
    counts = Counter(InboxEntries=0, InboxSkipped=0)
    events = events_in(records, logger)
    users = _recipients_of([event for event in events.values() if event], inboxes)
    unfinished = [
        message_id for message_id, event in events.items() if event is None or not _tell(event, users, inboxes, counts)
    ]
    emit_counts(WORKER, dict(counts))
    return to_come_again(unfinished)


@cache
def _inboxes() -> Inboxes:
    settings = TableSettings.read()
    client = dynamodb_client(settings.region)
    return Inboxes(PeopleRepository(client, settings.table_name), InboxRepository(client, settings.table_name))


def _recipients_of(events: Sequence[Event], inboxes: Inboxes) -> dict[str, User]:
    """Of the whole batch in one read."""
    return inboxes.people.get_many([user_id for event in events for user_id in event.recipient_ids])


def _tell(event: Event, users: dict[str, User], inboxes: Inboxes, counts: Counter[str]) -> bool:
    """Whether everybody is told. One person's failure keeps no other from their entry."""
    told = [_tell_one(user_id, event, users, inboxes, counts) for user_id in event.recipient_ids]
    if all(told):
        logger.info("in the inboxes", extra=named(event))
    return all(told)


def _tell_one(user_id: str, event: Event, users: dict[str, User], inboxes: Inboxes, counts: Counter[str]) -> bool:
    recipient = users.get(user_id)
    if recipient is None or not event.is_wanted_by(recipient, Channel.INBOX):
        counts["InboxSkipped"] += 1
        return True
    try:
        counts["InboxEntries"] += inboxes.inbox.put(user_id, event, inboxes.clock())
    except (ClientError, BotoCoreError, TypeError):
        # TypeError: an event that no entry can be made of. It must not fail the rest of its batch.
        logger.exception("not told, to be tried again", extra={**named(event), "user_id": user_id})
        return False
    return True
