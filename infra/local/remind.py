"""Makes reminders by hand, at any hour that one likes to try, and says in words what was made."""

import io
import os
from collections.abc import Mapping
from contextlib import redirect_stdout
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any

from app.domain.reminders import READY_AT
from app.settings import RemindSettings
from infra.local.errors import LocalStackError
from infra.local.events.lambda_events import LambdaContext, schedule_event
from infra.local.resources import TABLE_NAME
from workers import remind


def remind_at(text: str | None) -> str:
    """What was made. `text` is a day, or a day and a time, in the team's zone; None: now."""
    os.environ["TABLE_NAME"] = TABLE_NAME
    settings = RemindSettings.read()
    moment = moment_of(text, settings.team_time_zone) if text else datetime.now(UTC)
    event = schedule_event(moment, region=settings.region, function_name=remind.WORKER)
    with redirect_stdout(io.StringIO()):  # the worker's metrics
        answer = remind.handler(event, LambdaContext(remind.WORKER))
    return in_words(answer)


def moment_of(text: str, zone: tzinfo) -> datetime:
    """A day alone means the hour at which its reminders are made."""
    try:
        if len(text) == len("yyyy-mm-dd"):
            return datetime.combine(date.fromisoformat(text), READY_AT, zone)
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise LocalStackError(f"AT={text} is no time; write AT=2026-11-24 or AT=2026-11-24T08:00.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def in_words(answer: Mapping[str, Any]) -> str:
    due_soon, overdue, known = answer["dueSoon"], answer["overdue"], answer["known"]
    so_far = f"reminders are made up to {answer['through']}"
    if due_soon or overdue or known:
        again = f" ({known} were made before)" if known else ""
        return f"{due_soon} {'task' if due_soon == 1 else 'tasks'} due soon, {overdue} overdue{again}; {so_far}."
    next_day = date.fromisoformat(answer["through"]) + timedelta(days=1)
    return (
        f"Nothing new; {so_far}. Each day is made once, from {READY_AT:%H:%M} on: what is due the next day,"
        f" and what was due the day before. Try a later day: make remind AT={next_day}."
    )
