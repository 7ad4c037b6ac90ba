"""Makes what tests need, valid by default: a test names only what it is about."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from ulid import ULID

from app.domain.comments import Comment
from app.domain.events import SYSTEM_ACTOR, Event, EventType, FieldChange
from app.domain.pages import PageRequest
from app.domain.people import Principal, Role, User
from app.domain.projects import GENERAL_PROJECT_ID, Project
from app.domain.tasks import Priority, Task, TaskDraft, new_task
from app.domain.webhooks import Webhook, WebhookDelivery, new_secret

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def user_id() -> str:
    return str(uuid4())


def new_ulid() -> str:
    return str(ULID())


def admin(**fields: Any) -> Principal:
    return Principal(fields.get("user_id") or user_id(), Role.ADMIN)


def member(**fields: Any) -> Principal:
    return Principal(fields.get("user_id") or user_id(), Role.MEMBER)


def user(**fields: Any) -> User:
    made = User(id=user_id(), email="grace@example.com", name="Grace Hopper", role=Role.MEMBER, created_at=NOW)
    return replace(made, **fields)


def project(**fields: Any) -> Project:
    return replace(Project(id=new_ulid(), name="Apollo", created_at=NOW), **fields)


def draft(**fields: Any) -> TaskDraft:
    return replace(TaskDraft(title="Write the launch checklist", project_id=GENERAL_PROJECT_ID), **fields)


def task(*, assignee_ids: tuple[str, ...] = (), **fields: Any) -> Task:
    made = new_task(draft(assignee_ids=assignee_ids), task_id=new_ulid(), rank="a0", by=admin(), now=NOW)
    return replace(made, **fields)


def full_draft(**fields: Any) -> TaskDraft:
    """A draft that leaves nothing at its default."""
    everything = draft(
        title="Check the guidance computer",
        description="# Steps\n\n- read *all* of it",
        priority=Priority.URGENT,
        due_date=date(2026, 3, 9),
        labels=("flight", "software"),
    )
    return replace(everything, **fields)


def page(limit: int = 50, position: str | None = None) -> PageRequest:
    return PageRequest(limit, position)


def comment(**fields: Any) -> Comment:
    made = Comment(id=new_ulid(), task_id=new_ulid(), author_id=user_id(), text="Looks good", created_at=NOW)
    return replace(made, **fields)


def event(**fields: Any) -> Event:
    """Somebody was assigned to a task."""
    made = Event(
        id=new_ulid(),
        type=EventType.TASK_ASSIGNED,
        task_id=new_ulid(),
        project_id=GENERAL_PROJECT_ID,
        title="Write the launch checklist",
        actor_id=user_id(),
        occurred_at=NOW,
        recipient_ids=(user_id(),),
    )
    return replace(made, **fields)


def status_change(before: str, after: str, **fields: Any) -> Event:
    changes = {"status": FieldChange(before, after)}
    return event(type=EventType.STATUS_CHANGED, changes=changes, **fields)


def comment_event(text: str, **fields: Any) -> Event:
    return event(type=EventType.COMMENT_ADDED, changes={"comment": FieldChange(None, text)}, **fields)


def reminder(event_type: EventType, due_date: str, **fields: Any) -> Event:
    """Of a day such as 2026-03-03."""
    changes = {"dueDate": FieldChange(due_date, due_date)}
    return event(type=event_type, actor_id=SYSTEM_ACTOR, changes=changes, **fields)


def webhook(**fields: Any) -> Webhook:
    return replace(Webhook("https://hooks.example.com/baton", new_secret(), user_id(), NOW), **fields)


def webhook_delivery(**fields: Any) -> WebhookDelivery:
    """Not tried yet."""
    return replace(WebhookDelivery(event(), NOW), **fields)
