"""Hourly: makes the reminders of what falls due, as events that travel like any other."""

from collections import Counter
from datetime import datetime
from functools import cache
from typing import Any

from app.domain.events import EventType
from app.repositories.clients import dynamodb_client
from app.repositories.reminders import ReminderRepository
from app.repositories.tasks import TaskRepository
from app.services.reminders import KNOWN, ReminderService
from app.settings import RemindSettings
from workers.observability import emit_counts

WORKER = "remind"


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """The schedule says what time it is, so a run can be made for any other."""
    return remind(datetime.fromisoformat(event["time"]), _service())


def remind(now: datetime, service: ReminderService) -> dict[str, Any]:
    """What was made; `through` is the last day that has all of its reminders.

    Raises what DynamoDB raises, and Unfinished: the schedule comes again, and goes on where the last run ended.
    """
    counts: Counter[str] = Counter()
    try:
        through = service.remind(now, counts)
    finally:
        due_soon, overdue = (counts[event_type] for event_type in (EventType.TASK_DUE_SOON, EventType.TASK_OVERDUE))
        emit_counts(WORKER, {"RemindersMade": due_soon + overdue, "RemindersKnown": counts[KNOWN]})
    return {"dueSoon": due_soon, "overdue": overdue, "known": counts[KNOWN], "through": through.isoformat()}


@cache
def _service() -> ReminderService:
    settings = RemindSettings.read()
    client = dynamodb_client(settings.region)
    return ReminderService(
        tasks=TaskRepository(client, settings.table_name),
        reminders=ReminderRepository(client, settings.table_name),
        zone=settings.team_time_zone,
    )
