"""Tasks: lists of them, one of them, and what can be done with it."""

from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Path, Request, Response

from app.api.auth import Admin, Caller
from app.api.dependencies import Board, TaskLists, Tasks
from app.api.errors import documented
from app.api.locations import location
from app.api.once import Once
from app.api.paging import Paging
from app.api.routers import signed_in_router
from app.api.schemas.fields import UlidText
from app.api.schemas.pages import Page
from app.api.schemas.tasks import StatusChange, TaskCardRead, TaskCreate, TaskMove, TaskRead, TaskUpdate
from app.api.task_answers import also_keep
from app.api.task_query import task_query
from app.api.versions import RequiredVersion, SeenVersion, etag, set_etag
from app.domain.answers import Answer
from app.domain.tasks import Task
from app.services.task_lists import TaskQuery

router = signed_in_router("/tasks", "tasks")

TaskId = Annotated[UlidText, Path(alias="taskId")]

_CHANGE_REFUSALS = documented(
    HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.PRECONDITION_FAILED
)


@router.get("", responses=documented(HTTPStatus.NOT_FOUND))
def list_tasks(
    caller: Caller, lists: TaskLists, paging: Paging, query: Annotated[TaskQuery, Depends(task_query)]
) -> Page[TaskCardRead]:
    """With project and status: a board column in its order. With project: its tasks, newest first.

    With assignee, and for a member always: that person's open tasks by due date, then the done ones, latest first.
    """
    return paging.page(lambda request: lists.page(caller, query, request), TaskCardRead.of_card)


@router.post("", status_code=HTTPStatus.CREATED)
def create_task(
    body: TaskCreate, admin: Admin, tasks: Tasks, once: Once, request: Request, response: Response
) -> TaskRead:
    def headers(task: Task) -> dict[str, str]:
        return {"ETag": etag(task), **location(request, "get_task", taskId=task.id)}

    def answer(task: Task) -> Answer:
        return once.answer(HTTPStatus.CREATED, TaskRead.of(task), headers(task))

    task = tasks.create(admin, body.draft(), also=once.remember(answer))
    response.headers.update(headers(task))
    return TaskRead.of(task)


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
def restore_task(task_id: TaskId, admin: Admin, tasks: Tasks, once: Once, response: Response) -> TaskRead:
    """Back from the trash, whole. Restoring what is not deleted changes nothing."""
    return _answer(tasks.restore(admin, task_id, also=also_keep(once)), response)


@router.patch("/{taskId}/status", responses=_CHANGE_REFUSALS)
def change_status(
    task_id: TaskId, body: StatusChange, caller: Caller, tasks: Tasks, seen: SeenVersion, response: Response
) -> TaskRead:
    """For an admin or an assignee. A refusal names the statuses that the task can go to."""
    return _answer(tasks.change_status(caller, task_id, body.status, seen_version=seen), response)


@router.post("/{taskId}/move", responses=_CHANGE_REFUSALS | documented(HTTPStatus.PRECONDITION_REQUIRED))
def move_task(
    task_id: TaskId, body: TaskMove, admin: Admin, board: Board, seen: RequiredVersion, once: Once, response: Response
) -> TaskRead:
    """Between the cards `afterId` (above) and `beforeId` (below); with neither, to the column's end."""
    return _answer(board.move(admin, task_id, body.place(), seen, also=also_keep(once)), response)


def _answer(task: Task, response: Response) -> TaskRead:
    set_etag(response, task)
    return TaskRead.of(task)
