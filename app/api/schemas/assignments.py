"""Assignments on the wire."""

from datetime import datetime
from typing import Self

from pydantic import Field

from app.api.schemas.fields import Given, Received, UserIdText
from app.domain.tasks import MAX_ASSIGNEES, Assignment


class AssignmentCreate(Received):
    user_ids: list[UserIdText] = Field(min_length=1, max_length=MAX_ASSIGNEES)


class AssignmentRead(Given):
    user_id: str
    assigned_at: datetime
    assigned_by: str


class Assignments(Given):
    items: list[AssignmentRead]

    @classmethod
    def of(cls, assignments: tuple[Assignment, ...]) -> Self:
        return cls(items=[AssignmentRead.model_validate(row, from_attributes=True) for row in assignments])
