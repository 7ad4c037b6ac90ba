"""Reminds people of what falls due in projects in use: each day once, a missed day later, and nobody twice."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import partial
from itertools import batched

from ulid import ULID

from app.domain.events import SYSTEM_ACTOR, Event, EventType, Occasion, task_due_soon, task_overdue
from app.domain.pages import all_rows
from app.domain.reminders import days_to_make, due_dates, latest_day, ready_at
from app.domain.tasks import Task
from app.repositories.reminders import AlreadyReminded, NotDue, ReminderRepository
from app.repositories.tasks import TaskRepository

KNOWN = "KNOWN"  # made before already, by a run that did not come to its end
NOT_DUE = "NOT_DUE"  # meanwhile done, deleted or due on another day
TASKS_A_READ = 100

_MAKERS = {EventType.TASK_DUE_SOON: task_due_soon, EventType.TASK_OVERDUE: task_overdue}


@dataclass(frozen=True)
class Wanted:
    """What one run tells about one due date."""

    type: EventType
    due_date: date
    at: datetime
    bulk_id: str
    """One for all that the run tells of this type, whichever day it is made for: a person gets one mail of them."""

    def event_of(self, task: Task) -> Event:
        event_id = reminder_id(task.id, self.type, self.due_date, self.at)
        return _MAKERS[self.type](task, self.due_date, Occasion(event_id, SYSTEM_ACTOR, self.at, self.bulk_id))


@dataclass(frozen=True)
class ReminderService:
    tasks: TaskRepository
    reminders: ReminderRepository
    zone: tzinfo

    def remind(self, now: datetime, counts: Counter[str]) -> date:
        """Gives the last day whose reminders are all made, and counts them by type, KNOWN and NOT_DUE.

        Doing it again, or going on where it broke off, makes nothing twice.
        """
        latest = latest_day(now, self.zone)
        through = self.reminders.through()
        for day in days_to_make(through, latest):
            for wanted in self._wanted(day, now):
                counts.update(self._outcome(task, wanted) for task in self._due(wanted.due_date))
            self.reminders.complete(day)
        return max(latest, through or latest)

    def _wanted(self, day: date, now: datetime) -> Iterator[Wanted]:
        run_day = latest_day(now, self.zone)
        for event_type, due_date in due_dates(day, now.astimezone(self.zone).date()):
            yield Wanted(event_type, due_date, ready_at(day, self.zone), f"{event_type}-{run_day}")

    def _due(self, due_date: date) -> Iterator[Task]:
        for task_ids in batched(all_rows(partial(self.reminders.due_on, due_date)), TASKS_A_READ):
            found = self.tasks.get_many(task_ids)
            tasks = [found[task_id] for task_id in task_ids if task_id in found]
            archived = self.reminders.archived_among(task.project_id for task in tasks)
            yield from (task for task in tasks if task.project_id not in archived)

    def _outcome(self, task: Task, wanted: Wanted) -> str:
        try:
            self.reminders.add(wanted.event_of(task), wanted.due_date)
        except NotDue:
            return NOT_DUE
        except AlreadyReminded:
            return KNOWN
        return str(wanted.type)


def reminder_id(task_id: str, event_type: EventType, due_date: date, at: datetime) -> str:
    """The same for the same reminder however often it is made; it sorts among other ids by the time it is made for."""
    digest = hashlib.sha256(f"{task_id}#{event_type}#{due_date}".encode()).digest()
    return str(ULID.from_bytes(ULID.from_datetime(at).bytes[:6] + digest[:10]))
