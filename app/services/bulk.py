"""One change to many tasks: each by itself, all told as one."""

import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

from app.domain.errors import DomainError, Unfinished
from app.domain.people import Principal
from app.domain.status import Status
from app.domain.tasks import TaskEdit
from app.services.clock import Clock, new_id, utc_now
from app.services.tasks import TaskService

MAX_TASKS = 100
TASKS_AT_ONCE = 8
NOT_NOW = "This task could not be changed just now. Send it again in a moment, as a new request."

logger = logging.getLogger("baton.bulk")


@dataclass(frozen=True)
class BulkChange:
    """One of these."""

    status: Status | None = None
    edit: TaskEdit = field(default_factory=TaskEdit)
    added_ids: tuple[str, ...] = ()
    removed_ids: tuple[str, ...] = ()
    delete: bool = False


@dataclass(frozen=True)
class BulkResult:
    """Of one task: done, or why not."""

    task_id: str
    refusal: DomainError | None = None


@dataclass(frozen=True)
class BulkService:
    tasks: TaskService
    clock: Clock = utc_now

    def change(self, admin: Principal, task_ids: Sequence[str], change: BulkChange) -> tuple[str, Sequence[BulkResult]]:
        """The bulk action's id, which all its events carry, and a result per task in the order they came.

        There is no transaction over all of them: one task's refusal is no reason to leave the others.
        """
        bulk_id = new_id(self.clock())
        tasks = replace(self.tasks, bulk_id=bulk_id)
        with ThreadPoolExecutor(TASKS_AT_ONCE) as threads:
            results = threads.map(lambda task_id: _result(tasks, admin, task_id, change), task_ids)
        return bulk_id, list(results)


def _result(tasks: TaskService, admin: Principal, task_id: str, change: BulkChange) -> BulkResult:
    try:
        _apply(tasks, admin, task_id, change)
    except Exception as error:  # raised, it would take along what became of all the others
        if isinstance(error, DomainError) and not isinstance(error, Unfinished):
            return BulkResult(task_id, error)
        logger.exception("task not changed", extra={"task_id": task_id, "request_id": admin.request_id})
        return BulkResult(task_id, Unfinished(NOT_NOW))
    return BulkResult(task_id)


def _apply(tasks: TaskService, admin: Principal, task_id: str, change: BulkChange) -> None:
    if change.delete:
        tasks.delete(admin, task_id)
    elif change.status:
        tasks.change_status(admin, task_id, change.status)
    elif change.added_ids:
        tasks.assign(admin, task_id, change.added_ids)
    elif change.removed_ids:
        tasks.unassign_all(admin, task_id, change.removed_ids)
    else:
        tasks.edit(admin, task_id, change.edit)
