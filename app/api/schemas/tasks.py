"""Tasks on the wire: whole, as cards, and what can be done with one."""

from datetime import date, datetime
from typing import Self, cast

from pydantic import Field

from app.api.schemas.fields import CalendarDate, Description, Given, Label, Received, Title, UlidText, UserIdText
from app.domain.projects import GENERAL_PROJECT_ID
from app.domain.status import Status
from app.domain.tasks import MAX_ASSIGNEES, Priority, Task, TaskCard, TaskDraft, TaskEdit
from app.services.board import Place


class TaskCardRead(Given):
    """A task as lists show it: all but its description."""

    id: str
    project_id: str
    title: str
    status: Status
    priority: Priority
    due_date: date | None
    labels: list[str]
    assignee_ids: list[str]
    rank: str
    comment_count: int
    created_by: str
    created_at: datetime
    updated_by: str
    updated_at: datetime
    completed_at: datetime | None
    version: int

    @classmethod
    def of_card(cls, card: TaskCard) -> Self:
        return cls.model_validate(card, from_attributes=True)


class TaskRead(TaskCardRead):
    description: str

    @classmethod
    def of(cls, task: Task) -> Self:
        return cls.model_validate(task, from_attributes=True)


class TaskCreate(Received):
    project_id: UlidText = GENERAL_PROJECT_ID
    title: Title
    description: Description = ""
    priority: Priority = Priority.MEDIUM
    due_date: CalendarDate | None = None
    labels: list[Label] = Field(default_factory=list, max_length=10)
    assignee_ids: list[UserIdText] = Field(default_factory=list, max_length=MAX_ASSIGNEES)

    def draft(self) -> TaskDraft:
        return TaskDraft(
            title=self.title,
            description=self.description,
            project_id=self.project_id,
            priority=self.priority,
            due_date=self.due_date,
            labels=tuple(dict.fromkeys(self.labels)),
            assignee_ids=tuple(dict.fromkeys(self.assignee_ids)),
        )


class StatusChange(Received):
    status: Status


class TaskMove(Received):
    status: Status | None = None
    after_id: UlidText | None = None
    before_id: UlidText | None = None

    def place(self) -> Place:
        return Place(self.status, self.after_id, self.before_id)


class TaskUpdate(Received):
    """What is absent stays, null clears: title, priority and project cannot be cleared."""

    title: Title = ""
    description: Description | None = None
    priority: Priority = Priority.MEDIUM
    due_date: CalendarDate | None = None
    labels: list[Label] | None = Field(default=None, max_length=10)
    project_id: UlidText = GENERAL_PROJECT_ID

    def edit(self) -> TaskEdit:
        """The fields that were sent; the defaults above are never read."""
        sent = {name: getattr(self, name) for name in self.model_fields_set}
        if "description" in sent:
            sent["description"] = self.description or ""
        if "labels" in sent:
            sent["labels"] = tuple(dict.fromkeys(self.labels or ()))
        return cast("TaskEdit", sent)


class TrashedTaskRead(TaskCardRead):
    """A task in the trash, from where it can be restored for 30 days."""

    deleted_at: datetime
