"""Tasks: lists of them, one of them, and what can be done with it."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from app.api.auth import Admin, Caller
from app.api.dependencies import Board, TaskLists, Tasks
from app.api.errors import documented
from app.api.paging import Paging
from app.api.schemas.fields import CalendarDate, Label, UlidText, UserIdText
from app.api.schemas.pages import Page
from app.api.schemas.tasks import StatusChange, TaskCardRead, TaskCreate, TaskMove, TaskRead, TaskUpdate
from app.api.versions import RequiredVersion, SeenVersion, set_etag
from app.domain.status import Status
from app.domain.task_filter import TaskFilter
from app.domain.tasks import Priority, Task
from app.services.task_lists import Sort, TaskQuery

router = APIRouter(prefix="/tasks", tags=["tasks"])

TaskId = Annotated[UlidText, Path(alias="taskId")]

_CHANGE_REFUSALS = documented(
    HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.PRECONDITION_FAILED
)


def _task_query(
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


@router.get("")
def list_tasks(
    caller: Caller, lists: TaskLists, paging: Paging, query: Annotated[TaskQuery, Depends(_task_query)]
) -> Page[TaskCardRead]:
    """With project and status: a board column in its order. With project: its tasks, newest first.

    With assignee, and for a member always: that person's open tasks by due date, then the done ones, latest first.
    """
    return paging.page(lambda request: lists.page(caller, query, request), TaskCardRead.of_card)


@router.post("", status_code=HTTPStatus.CREATED)
def create_task(body: TaskCreate, admin: Admin, tasks: Tasks, request: Request, response: Response) -> TaskRead:
    task = tasks.create(admin, body.draft())
    # Not url_for, which reads the Host header too: one of nonsense would break here, after the task is written.
    response.headers["Location"] = request.scope["root_path"] + request.app.url_path_for("get_task", taskId=task.id)
    return _answer(task, response)


@router.get("/{taskId}", responses=documented(HTTPStatus.NOT_FOUND))
def get_task(task_id: TaskId, caller: Caller, tasks: Tasks, response: Response) -> TaskRead:
    return _answer(tasks.get(caller, task_id), response)


@router.patch("/{taskId}", responses=_CHANGE_REFUSALS | documented(HTTPStatus.PRECONDITION_REQUIRED))
def edit_task(
    task_id: TaskId, body: TaskUpdate, admin: Admin, tasks: Tasks, seen: RequiredVersion, response: Response
) -> TaskRead:
    """What is absent stays; null clears description, due date or labels."""
    return _answer(tasks.edit(admin, task_id, body.edit(), seen_version=seen), response)


@router.delete(
    "/{taskId}",
    status_code=HTTPStatus.NO_CONTENT,
    responses=_CHANGE_REFUSALS | documented(HTTPStatus.PRECONDITION_REQUIRED),
)
def delete_task(task_id: TaskId, admin: Admin, tasks: Tasks, seen: RequiredVersion) -> None:
    """Into the trash, from where it can be restored for 30 days."""
    tasks.delete(admin, task_id, seen_version=seen)


@router.post("/{taskId}/restore", responses=documented(HTTPStatus.NOT_FOUND, HTTPStatus.PRECONDITION_FAILED))
def restore_task(task_id: TaskId, admin: Admin, tasks: Tasks, response: Response) -> TaskRead:
    """Back from the trash, whole. Restoring what is not deleted changes nothing."""
    return _answer(tasks.restore(admin, task_id), response)


@router.patch("/{taskId}/status", responses=_CHANGE_REFUSALS)
def change_status(
    task_id: TaskId, body: StatusChange, caller: Caller, tasks: Tasks, seen: SeenVersion, response: Response
) -> TaskRead:
    """For an admin or an assignee. A refusal names the statuses that the task can go to."""
    return _answer(tasks.change_status(caller, task_id, body.status, seen_version=seen), response)


@router.post("/{taskId}/move", responses=_CHANGE_REFUSALS | documented(HTTPStatus.PRECONDITION_REQUIRED))
def move_task(
    task_id: TaskId, body: TaskMove, admin: Admin, board: Board, seen: RequiredVersion, response: Response
) -> TaskRead:
    """Between the cards `afterId` (above) and `beforeId` (below); with neither, to the column's end."""
    return _answer(board.move(admin, task_id, body.place(), seen), response)


def _answer(task: Task, response: Response) -> TaskRead:
    set_etag(response, task)
    return TaskRead.of(task)
