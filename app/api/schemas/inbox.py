"""Inbox entries on the wire, and which of them were read."""

from datetime import datetime
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.api.schemas.events import FieldChangeRead
from app.api.schemas.fields import Given, Received, UlidText
from app.domain.events import EventType
from app.domain.inbox import MOST_UNREAD_COUNTED, InboxEntry


class InboxEntryRead(Given):
    id: str
    type: EventType
    task_id: str
    project_id: str
    title: str
    actor_id: str
    occurred_at: datetime
    changes: dict[str, FieldChangeRead]
    read_at: datetime | None

    @classmethod
    def of(cls, entry: InboxEntry) -> Self:
        return cls(
            id=entry.id,
            type=entry.type,
            task_id=entry.task_id,
            project_id=entry.project_id,
            title=entry.title,
            actor_id=entry.actor_id,
            occurred_at=entry.occurred_at,
            changes={name: FieldChangeRead.of(change) for name, change in entry.changes.items()},
            read_at=entry.read_at,
        )


class InboxReading(Received):
    """Exactly one of these."""

    ids: list[UlidText] | None = Field(default=None, min_length=1, max_length=100)
    everything: Literal[True] | None = Field(default=None, alias="all")

    @model_validator(mode="after")
    def _says_which(self) -> Self:
        if len(self.model_fields_set) != 1 or (self.ids is None and self.everything is None):
            raise PydanticCustomError("which", 'say either which entries by "ids", or "all": true')
        return self


class UnreadCount(Given):
    count: int = Field(ge=0, le=MOST_UNREAD_COUNTED, description=f"{MOST_UNREAD_COUNTED} means that many or more.")
