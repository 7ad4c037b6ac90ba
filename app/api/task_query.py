"""What narrows and orders a list of tasks, as callers say it in the address."""

from typing import Annotated

from fastapi import Query

from app.api.schemas.fields import CalendarDate, Label, UlidText, UserIdText
from app.domain.status import Status
from app.domain.task_filter import TaskFilter
from app.domain.tasks import Priority
from app.services.task_lists import Sort, TaskQuery


def task_query(
    project: Annotated[UlidText | None, Query(description="A project's id.")] = None,
    status: Annotated[list[Status], Query(description="Any of these.")] = [],  # noqa: B006  FastAPI copies it
    priority: Annotated[list[Priority], Query(description="Any of these.")] = [],  # noqa: B006
    label: Annotated[list[Label], Query(description="Any of these.")] = [],  # noqa: B006
    assignee: Annotated[UserIdText | None, Query(description="A person's id.")] = None,
    due_from: Annotated[CalendarDate | None, Query(alias="dueFrom", description="That day or later.")] = None,
    due_to: Annotated[CalendarDate | None, Query(alias="dueTo", description="That day or earlier.")] = None,
    q: Annotated[str, Query(max_length=200, description="A text in title or description.")] = "",
    sort: Annotated[Sort | None, Query(description="The order a list has anyway, to be sure of it.")] = None,
) -> TaskQuery:
    wanted = TaskFilter(project, tuple(status), tuple(priority), tuple(label), due_from, due_to, q.strip())
    return TaskQuery(wanted, assignee, sort)
