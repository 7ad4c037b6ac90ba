"""Reminders: of which days, and from when on; of which due dates."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from app.domain.events import EventType

READY_AT = time(7)  # by the team's clock: nobody wants mail at midnight
DAY = timedelta(days=1)


def latest_day(now: datetime, zone: tzinfo) -> date:
    """The last day whose reminders are to be made by now: today from 07:00 on, until then yesterday."""
    local = now.astimezone(zone)
    return local.date() if local.time() >= READY_AT else local.date() - DAY


def ready_at(day: date, zone: tzinfo) -> datetime:
    """When the reminders of a day are to be made."""
    return datetime.combine(day, READY_AT, zone).astimezone(UTC)


def days_to_make(through: date | None, latest: date) -> list[date]:
    """All since `through`, the last day that was made in full; where none ever was, the latest alone."""
    first = latest if through is None else through + DAY
    return [first + number * DAY for number in range((latest - first).days + 1)]


def due_dates(day: date, today: date) -> list[tuple[EventType, date]]:
    """What is told on a day, and of which due date.

    On a missed day that is made up for, what was due soon then and is past by now is told as overdue alone.
    """
    overdue = (EventType.TASK_OVERDUE, day - DAY)
    return [(EventType.TASK_DUE_SOON, day + DAY), overdue] if day + DAY >= today else [overdue]
