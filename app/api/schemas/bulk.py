"""Bulk changes on the wire."""

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from app.api.schemas.fields import CalendarDate, Given, Label, Received, UlidText, UserIdText
from app.api.schemas.problems import Problem
from app.domain.status import Status
from app.domain.tasks import MAX_ASSIGNEES, Priority, TaskEdit
from app.services.bulk import MAX_TASKS, BulkChange


class BulkChangeFields(Received):
    """Exactly one of these. A null due date clears it."""

    status: Status | None = None
    priority: Priority | None = None
    due_date: CalendarDate | None = None
    labels: list[Label] | None = Field(default=None, max_length=10)
    add_assignee_ids: list[UserIdText] | None = Field(default=None, min_length=1, max_length=MAX_ASSIGNEES)
    remove_assignee_ids: list[UserIdText] | None = Field(default=None, min_length=1, max_length=MAX_ASSIGNEES)
    delete: Literal[True] | None = None

    @model_validator(mode="after")
    def _is_one_change(self) -> Self:
        nulls = [name for name in self.model_fields_set if name != "due_date" and getattr(self, name) is None]
        if len(self.model_fields_set) != 1 or nulls:
            raise PydanticCustomError("one_change", "name exactly one change, such as a status")
        return self

    def change(self) -> BulkChange:
        return BulkChange(
            status=self.status,
            edit=self._edit(),
            added_ids=tuple(self.add_assignee_ids or ()),
            removed_ids=tuple(self.remove_assignee_ids or ()),
            delete=bool(self.delete),
        )

    def _edit(self) -> TaskEdit:
        if self.priority:
            return {"priority": self.priority}
        if self.labels is not None:
            return {"labels": tuple(dict.fromkeys(self.labels))}
        return {"due_date": self.due_date} if "due_date" in self.model_fields_set else {}


class BulkRequest(Received):
    task_ids: list[UlidText] = Field(min_length=1, max_length=MAX_TASKS)
    change: BulkChangeFields


class BulkTaskResult(Given):
    """`problem` says why a task was left as it is."""

    task_id: str
    ok: bool
    problem: Problem | None = None


class BulkRead(Given):
    bulk_id: str
    results: list[BulkTaskResult]
