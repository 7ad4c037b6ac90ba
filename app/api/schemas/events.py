"""Events on the wire: a task's history."""

from datetime import datetime
from typing import Self

from pydantic import Field

from app.api.schemas.fields import Given
from app.domain.events import Event, EventType, FieldChange


class FieldChangeRead(Given):
    """A field's value before and after."""

    before: str | list[str] | None = Field(alias="from")
    after: str | list[str] | None = Field(alias="to")

    @classmethod
    def of(cls, change: FieldChange) -> Self:
        return cls.model_validate({"from": change.before, "to": change.after})


class EventRead(Given):
    event_id: str
    type: EventType
    task_id: str
    project_id: str
    title: str
    actor_id: str
    occurred_at: datetime
    changes: dict[str, FieldChangeRead]

    @classmethod
    def of(cls, event: Event) -> Self:
        return cls(
            event_id=event.id,
            type=event.type,
            task_id=event.task_id,
            project_id=event.project_id,
            title=event.title,
            actor_id=event.actor_id,
            occurred_at=event.occurred_at,
            changes={name: FieldChangeRead.of(change) for name, change in event.changes.items()},
        )
