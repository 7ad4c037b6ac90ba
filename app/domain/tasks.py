"""Tasks: what one is, who may see it, and how each change makes the next one from the last."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypedDict

from app.domain.errors import Invalid, NotFound
from app.domain.people import Principal
from app.domain.projects import GENERAL_PROJECT_ID
from app.domain.status import Status, require_transition

MAX_ASSIGNEES = 20  # a change rewrites each assignee's card in one transaction of at most 100 actions

KEPT_IN_TRASH = timedelta(days=30)


class Priority(StrEnum):
    LOW = "LOW"
    MEDIUM = "MEDIUM"
    HIGH = "HIGH"
    URGENT = "URGENT"


@dataclass(frozen=True)
class Assignment:
    user_id: str
    assigned_at: datetime
    assigned_by: str


@dataclass(frozen=True)
class TaskDraft:
    """What someone asks for when they create a task."""

    title: str
    description: str = ""
    project_id: str = GENERAL_PROJECT_ID
    priority: Priority = Priority.MEDIUM
    due_date: date | None = None
    labels: tuple[str, ...] = ()
    assignee_ids: tuple[str, ...] = ()


class TaskEdit(TypedDict, total=False):
    """The fields that someone changes; what is not named stays."""

    title: str
    description: str
    priority: Priority
    due_date: date | None
    labels: tuple[str, ...]
    project_id: str


@dataclass(frozen=True, kw_only=True)
class TaskCard:
    """A task as lists show it: all but its description."""

    id: str
    project_id: str
    title: str
    status: Status
    priority: Priority
    due_date: date | None
    labels: tuple[str, ...]
    assignments: tuple[Assignment, ...]
    rank: str
    comment_count: int
    created_by: str
    created_at: datetime
    updated_by: str
    updated_at: datetime
    completed_at: datetime | None
    version: int
    deleted_at: datetime | None = None

    @property
    def assignee_ids(self) -> tuple[str, ...]:
        return tuple(assignment.user_id for assignment in self.assignments)


@dataclass(frozen=True, kw_only=True)
class Task(TaskCard):
    description: str


def new_task(draft: TaskDraft, *, task_id: str, rank: str, by: Principal, now: datetime) -> Task:
    return Task(
        id=task_id,
        project_id=draft.project_id,
        title=draft.title,
        description=draft.description,
        status=Status.OPEN,
        priority=draft.priority,
        due_date=draft.due_date,
        labels=draft.labels,
        assignments=_assignments((), draft.assignee_ids, by=by, now=now),
        rank=rank,
        comment_count=0,
        created_by=by.user_id,
        created_at=now,
        updated_by=by.user_id,
        updated_at=now,
        completed_at=None,
        version=1,
    )


def require_visible(task: Task | None, principal: Principal) -> Task:
    """The task, or NotFound both when it is missing and when a member may not see it."""
    if task is None or not (principal.is_admin or principal.user_id in task.assignee_ids):
        raise NotFound("There is no such task, or it is not assigned to you.")
    return task


def with_status(task: Task, status: Status, *, by: Principal, now: datetime) -> Task:
    if status is task.status:
        return task
    require_transition(task.status, status, by.role)
    return _touched(replace(task, status=status, completed_at=_completed_at(task, status, now)), by, now)


def with_place(task: Task, status: Status, rank: str, *, by: Principal, now: datetime) -> Task:
    """Moved within its column, or to another one where the status machine lets it."""
    if status is task.status:
        return _touched(replace(task, rank=rank), by, now)
    return replace(with_status(task, status, by=by, now=now), rank=rank)


def with_edit(task: Task, edit: TaskEdit, *, by: Principal, now: datetime) -> Task:
    edited = replace(task, **edit)
    return task if edited == task else _touched(edited, by, now)


def as_deleted(task: Task, *, by: Principal, now: datetime) -> Task:
    return _touched(replace(task, deleted_at=now), by, now)


def as_restored(task: Task, *, by: Principal, now: datetime) -> Task:
    if task.deleted_at is None:
        return task
    if task.deleted_at + KEPT_IN_TRASH <= now:
        raise NotFound("The task was in the trash for 30 days and is gone.")
    return _touched(replace(task, deleted_at=None), by, now)


def with_assignees(task: Task, user_ids: Iterable[str], *, by: Principal, now: datetime) -> Task:
    assignments = _assignments(task.assignments, user_ids, by=by, now=now)
    if assignments == task.assignments:
        return task
    return _touched(replace(task, assignments=assignments), by, now)


def without_assignee(task: Task, user_id: str, *, by: Principal, now: datetime) -> Task:
    if user_id not in task.assignee_ids:
        raise NotFound("That person is not assigned to this task.")
    return without_assignees(task, [user_id], by=by, now=now)


def without_assignees(task: Task, user_ids: Collection[str], *, by: Principal, now: datetime) -> Task:
    """Those who are not assigned are passed over."""
    remaining = tuple(assignment for assignment in task.assignments if assignment.user_id not in user_ids)
    if remaining == task.assignments:
        return task
    return _touched(replace(task, assignments=remaining), by, now)


def _assignments(
    present: tuple[Assignment, ...], user_ids: Iterable[str], *, by: Principal, now: datetime
) -> tuple[Assignment, ...]:
    known = {assignment.user_id for assignment in present}
    added = [Assignment(user_id, now, by.user_id) for user_id in dict.fromkeys(user_ids) if user_id not in known]
    assignments = (*present, *added)
    if len(assignments) > MAX_ASSIGNEES:
        raise Invalid.field("assigneeIds", f"A task has at most {MAX_ASSIGNEES} assignees.")
    return assignments


def _completed_at(task: Task, status: Status, now: datetime) -> datetime | None:
    if status is Status.COMPLETED:
        return now
    return task.completed_at if status is Status.CLOSED else None


def _touched(task: Task, by: Principal, now: datetime) -> Task:
    """One change is one version, however many fields it touches."""
    return replace(task, updated_by=by.user_id, updated_at=now, version=task.version + 1)
