"""The wire format: what the API takes and gives, in camelCase."""

import re
from datetime import date, datetime
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, field_validator
from pydantic.alias_generators import to_camel

from app.domain.people import AccountStatus, Channel, Notification, Role, User
from app.domain.projects import GENERAL_PROJECT_ID, Project
from app.domain.status import Status
from app.domain.tasks import MAX_ASSIGNEES, Assignment, Priority, Task, TaskCard, TaskDraft
from app.services.board import Place

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def _one_line(text: str) -> str:
    """A line break in a title would pass a length check and become a header of a mail."""
    if _CONTROL.search(text):
        raise ValueError("must be one line, without control characters")
    return text


type UlidText = Annotated[str, StringConstraints(pattern=r"^[0-9A-HJKMNP-TV-Z]{26}$")]
type UserIdText = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
type Title = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(_one_line)
]
type Label = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=30), AfterValidator(_one_line)
]
type Description = Annotated[str, StringConstraints(max_length=10_000)]


class Received(BaseModel):
    """What callers send: an unknown field is a mistake to be told about."""

    model_config = ConfigDict(alias_generator=to_camel, validate_by_name=False, extra="forbid", frozen=True)


class Given(BaseModel):
    """What callers get."""

    model_config = ConfigDict(alias_generator=to_camel, validate_by_name=True, frozen=True)


class FieldProblem(Given):
    field: str
    message: str


class Problem(Given):
    """A refusal (RFC 9457). `detail` says what to do; `requestId` finds it in the logs."""

    type: str
    title: str
    status: int
    detail: str
    request_id: str
    errors: list[FieldProblem] | None = None
    current_version: int | None = None


class Page[Row](Given):
    """One page. `nextCursor` asks for the next; a page may be short, the list ends where it is null."""

    items: list[Row]
    next_cursor: str | None


class Health(Given):
    status: Literal["ok"] = "ok"


class UserRead(Given):
    id: str
    email: str
    name: str
    role: Role
    status: AccountStatus
    time_zone: str
    notifications: dict[Notification, list[Channel]]

    @classmethod
    def of(cls, user: User) -> Self:
        return cls(
            id=user.id,
            email=user.email,
            name=user.name,
            role=user.role,
            status=user.status,
            time_zone=user.time_zone,
            notifications={kind: sorted(channels) for kind, channels in user.notifications.items()},
        )


class PersonRead(Given):
    """Someone in the directory. A member learns ids and names only."""

    id: str
    name: str
    email: str | None = None
    role: Role | None = None
    status: AccountStatus | None = None

    @classmethod
    def for_admin(cls, user: User) -> Self:
        return cls(id=user.id, name=user.name, email=user.email, role=user.role, status=user.status)

    @classmethod
    def for_member(cls, user: User) -> Self:
        return cls(id=user.id, name=user.name)


class ProjectRead(Given):
    id: str
    name: str
    archived: bool
    created_at: datetime
    version: int

    @classmethod
    def of(cls, project: Project) -> Self:
        return cls(
            id=project.id,
            name=project.name,
            archived=project.archived,
            created_at=project.created_at,
            version=project.version,
        )


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
    due_date: date | None = None
    labels: list[Label] = Field(default_factory=list, max_length=10)
    assignee_ids: list[UserIdText] = Field(default_factory=list, max_length=MAX_ASSIGNEES)

    @field_validator("due_date", mode="before")
    @classmethod
    def _day(cls, due_date: object) -> object:
        """pydantic would take a number too, for seconds since 1970."""
        if due_date is None or (isinstance(due_date, str) and _DAY.fullmatch(due_date)):
            return due_date
        raise ValueError("must be a day, such as 2026-03-02")

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
