"""Events: what happened to a task, told to nobody who did it. A task's history and every message are made of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from app.domain.comments import Comment
from app.domain.people import Channel, Notification, Principal, Role, User
from app.domain.tasks import Task, TaskCard

# Who reminds people of what falls due: nobody in particular.
SYSTEM_ACTOR = "SYSTEM"


class EventType(StrEnum):
    TASK_CREATED = "TASK_CREATED"
    TASK_UPDATED = "TASK_UPDATED"
    TASK_ASSIGNED = "TASK_ASSIGNED"
    TASK_UNASSIGNED = "TASK_UNASSIGNED"
    STATUS_CHANGED = "STATUS_CHANGED"
    TASK_DELETED = "TASK_DELETED"
    TASK_RESTORED = "TASK_RESTORED"
    COMMENT_ADDED = "COMMENT_ADDED"
    COMMENT_EDITED = "COMMENT_EDITED"
    COMMENT_DELETED = "COMMENT_DELETED"
    TASK_DUE_SOON = "TASK_DUE_SOON"
    TASK_OVERDUE = "TASK_OVERDUE"


NOTIFICATION_OF = {
    EventType.TASK_ASSIGNED: Notification.ASSIGNED,
    EventType.TASK_UNASSIGNED: Notification.UNASSIGNED,
    EventType.STATUS_CHANGED: Notification.STATUS_CHANGED,
    EventType.COMMENT_ADDED: Notification.COMMENTED,
    EventType.TASK_DUE_SOON: Notification.DUE_SOON,
    EventType.TASK_OVERDUE: Notification.OVERDUE,
}


# What an edit can change, and its name on the wire.
_EDITED = {
    "title": "title",
    "description": "description",
    "priority": "priority",
    "due_date": "dueDate",
    "labels": "labels",
    "project_id": "projectId",
}


@dataclass(frozen=True)
class FieldChange:
    """A field's value before and after, as it stands on the wire."""

    before: str | list[str] | None
    after: str | list[str] | None


@dataclass(frozen=True)
class Occasion:
    """Under which id, by whom and when an event happened, in which request, and of which bulk action it was a part."""

    event_id: str
    actor_id: str
    at: datetime
    bulk_id: str | None = None
    request_id: str | None = None

    @classmethod
    def of(cls, principal: Principal, event_id: str, at: datetime, bulk_id: str | None = None) -> "Occasion":
        return cls(event_id, principal.user_id, at, bulk_id, principal.request_id)


@dataclass(frozen=True)
class Event:
    id: str
    type: EventType
    task_id: str
    project_id: str
    title: str
    actor_id: str
    occurred_at: datetime
    changes: Mapping[str, FieldChange] = field(default_factory=dict)
    recipient_ids: tuple[str, ...] = ()
    bulk_id: str | None = None
    request_id: str | None = None
    creator_id: str | None = None
    """Who is told for having made the task alone. A creator whom it was assigned to is told as an assignee."""

    def is_wanted_by(self, recipient: User, channel: Channel) -> bool:
        """Never where it is history alone, nor by whoever made the task and, no admin any more, may not see it."""
        notification = NOTIFICATION_OF.get(self.type)
        is_shut_out = recipient.id == self.creator_id and recipient.role is not Role.ADMIN
        return notification is not None and not is_shut_out and recipient.wants(notification, channel)


def task_created(task: Task, occasion: Occasion) -> Event:
    return _event(EventType.TASK_CREATED, task, occasion)


def task_assigned(before: Task | None, after: Task, occasion: Occasion) -> Event:
    """Told to the people added, and to nobody who was there already."""
    present = before.assignee_ids if before else ()
    added = [user_id for user_id in after.assignee_ids if user_id not in present]
    changes = {"assigneeIds": FieldChange(list(present), list(after.assignee_ids))}
    return _event(EventType.TASK_ASSIGNED, after, occasion, changes, added)


def task_unassigned(before: Task, after: Task, occasion: Occasion) -> Event:
    """Told to the people removed."""
    removed = [user_id for user_id in before.assignee_ids if user_id not in after.assignee_ids]
    changes = {"assigneeIds": FieldChange(list(before.assignee_ids), list(after.assignee_ids))}
    return _event(EventType.TASK_UNASSIGNED, after, occasion, changes, removed)


def task_moved(before: Task, after: Task, occasion: Occasion) -> Event:
    """A move within a column is history alone; into another column it is a change of status."""
    if before.status is after.status:
        changes = {"rank": FieldChange(before.rank, after.rank)}
        return _event(EventType.TASK_UPDATED, after, occasion, changes)
    return status_changed(before, after, occasion)


def status_changed(before: Task, after: Task, occasion: Occasion) -> Event:
    """Told to assignees and creator."""
    changes = {"status": FieldChange(before.status, after.status)}
    return _interesting(EventType.STATUS_CHANGED, after, occasion, changes)


def task_updated(before: Task, after: Task, occasion: Occasion) -> Event:
    """The fields that differ, as they stand on the wire. History alone: it is told to nobody."""
    pairs = {name: FieldChange(_wire(before, name), _wire(after, name)) for name in _EDITED}
    changes = {_EDITED[name]: change for name, change in pairs.items() if change.before != change.after}
    return _event(EventType.TASK_UPDATED, after, occasion, changes)


def task_deleted(_: Task, after: Task, occasion: Occasion) -> Event:
    return _event(EventType.TASK_DELETED, after, occasion)


def task_restored(_: Task, after: Task, occasion: Occasion) -> Event:
    return _event(EventType.TASK_RESTORED, after, occasion)


def task_due_soon(task: TaskCard, due_date: date, occasion: Occasion) -> Event:
    """Told to assignees and creator the day before."""
    return _reminder(EventType.TASK_DUE_SOON, task, due_date, occasion)


def task_overdue(task: TaskCard, due_date: date, occasion: Occasion) -> Event:
    """Told to assignees and creator once the day is over."""
    return _reminder(EventType.TASK_OVERDUE, task, due_date, occasion)


def comment_added(task: Task, comment: Comment, occasion: Occasion) -> Event:
    """Told to assignees and creator, with the text."""
    changes = {"comment": FieldChange(None, comment.text)}
    return _interesting(EventType.COMMENT_ADDED, task, occasion, changes)


def comment_edited(task: Task, before: Comment, after: Comment, occasion: Occasion) -> Event:
    return _event(EventType.COMMENT_EDITED, task, occasion, {"comment": FieldChange(before.text, after.text)})


def comment_deleted(task: Task, comment: Comment, occasion: Occasion) -> Event:
    return _event(EventType.COMMENT_DELETED, task, occasion, {"comment": FieldChange(comment.text, None)})


def _wire(task: Task, name: str) -> str | list[str] | None:
    value = getattr(task, name)
    if isinstance(value, tuple):
        return list(value)
    return None if value is None else str(value)


def _reminder(event_type: EventType, task: TaskCard, due_date: date, occasion: Occasion) -> Event:
    """The due date is what it is about; nothing changed it."""
    changes = {"dueDate": FieldChange(due_date.isoformat(), due_date.isoformat())}
    return _interesting(event_type, task, occasion, changes)


def _interesting(
    event_type: EventType, task: TaskCard, occasion: Occasion, changes: Mapping[str, FieldChange]
) -> Event:
    """Told to assignees and creator."""
    event = _event(event_type, task, occasion, changes, (*task.assignee_ids, task.created_by))
    is_told_as_creator = task.created_by in event.recipient_ids and task.created_by not in task.assignee_ids
    return replace(event, creator_id=task.created_by) if is_told_as_creator else event


def _event(
    event_type: EventType,
    task: TaskCard,
    occasion: Occasion,
    changes: Mapping[str, FieldChange] | None = None,
    told: Iterable[str] = (),
) -> Event:
    return Event(
        id=occasion.event_id,
        type=event_type,
        task_id=task.id,
        project_id=task.project_id,
        title=task.title,
        actor_id=occasion.actor_id,
        occurred_at=occasion.at,
        changes=changes or {},
        recipient_ids=tuple(dict.fromkeys(user_id for user_id in told if user_id != occasion.actor_id)),
        bulk_id=occasion.bulk_id,
        request_id=occasion.request_id,
    )
