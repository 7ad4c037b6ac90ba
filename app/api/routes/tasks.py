"""Tasks: lists of them, one of them, and what can be done with it."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from app.api.auth import Admin, Caller
from app.api.dependencies import Board, TaskLists, Tasks
from app.api.errors import documented
from app.api.paging import Paging
from app.api.schemas import Page, StatusChange, TaskCardRead, TaskCreate, TaskMove, TaskRead, UlidText, UserIdText
from app.api.versions import RequiredVersion, SeenVersion, set_etag
from app.domain.status import Status
from app.domain.tasks import Task
from app.services.task_lists import TaskQuery

router = APIRouter(prefix="/tasks", tags=["tasks"])

TaskId = Annotated[UlidText, Path(alias="taskId")]

_CHANGE_REFUSALS = documented(
    HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.PRECONDITION_FAILED
)


def _task_query(
    project: Annotated[UlidText | None, Query(description="A project's id.")] = None,
    status: Annotated[Status | None, Query()] = None,
    assignee: Annotated[UserIdText | None, Query(description="A person's id.")] = None,
) -> TaskQuery:
    return TaskQuery(project, status, assignee)


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
