"""Who a task is assigned to."""

from http import HTTPStatus
from typing import Annotated

from fastapi import Path, Response

from app.api.auth import Admin
from app.api.dependencies import Tasks
from app.api.errors import documented
from app.api.once import Once
from app.api.routers import signed_in_router
from app.api.schemas.assignments import AssignmentCreate, Assignments
from app.api.schemas.fields import UlidText, UserIdText
from app.api.schemas.tasks import TaskRead
from app.api.task_answers import also_keep
from app.api.versions import set_etag

router = signed_in_router("/tasks/{taskId}/assignments", "assignments", HTTPStatus.NOT_FOUND)

TaskId = Annotated[UlidText, Path(alias="taskId")]
UserId = Annotated[UserIdText, Path(alias="userId")]


@router.get("")
def list_assignments(task_id: TaskId, admin: Admin, tasks: Tasks) -> Assignments:
    return Assignments.of(tasks.get(admin, task_id).assignments)


@router.post("", responses=documented(HTTPStatus.PRECONDITION_FAILED))
def assign_task(
    task_id: TaskId, body: AssignmentCreate, admin: Admin, tasks: Tasks, once: Once, response: Response
) -> TaskRead:
    """Adds people; those who are there already stay as they are."""
    task = tasks.assign(admin, task_id, body.user_ids, also=also_keep(once))
    set_etag(response, task)
    return TaskRead.of(task)


@router.delete("/{userId}", responses=documented(HTTPStatus.PRECONDITION_FAILED))
def unassign_task(task_id: TaskId, user_id: UserId, admin: Admin, tasks: Tasks, response: Response) -> TaskRead:
    task = tasks.unassign(admin, task_id, user_id)
    set_etag(response, task)
    return TaskRead.of(task)
