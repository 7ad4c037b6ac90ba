"""The inbox: what a person was told, read or unread, kept for 90 days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.events import Event, EventType, FieldChange

KEPT_IN_INBOX = timedelta(days=90)
MOST_UNREAD_COUNTED = 100  # who has more is told of that many


@dataclass(frozen=True)
class InboxEntry:
    """An event as one of those sees it who were told of it. Its id is the event's."""

    id: str
    type: EventType
    task_id: str
    project_id: str
    title: str
    actor_id: str
    occurred_at: datetime
    changes: Mapping[str, FieldChange]
    read_at: datetime | None = None

    @classmethod
    def of(cls, event: Event, read_at: datetime | None = None) -> "InboxEntry":
        return cls(
            id=event.id,
            type=event.type,
            task_id=event.task_id,
            project_id=event.project_id,
            title=event.title,
            actor_id=event.actor_id,
            occurred_at=event.occurred_at,
            changes=event.changes,
            read_at=read_at,
        )
