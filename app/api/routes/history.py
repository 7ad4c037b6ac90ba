"""History: the events of a task and of a project."""

from http import HTTPStatus
from typing import Annotated

from fastapi import Path

from app.api.auth import Admin, Caller
from app.api.dependencies import History
from app.api.paging import Paging
from app.api.routers import signed_in_router
from app.api.schemas.events import EventRead
from app.api.schemas.fields import UlidText
from app.api.schemas.pages import Page

router = signed_in_router("", "history", HTTPStatus.NOT_FOUND)


@router.get("/tasks/{taskId}/events")
def list_task_events(
    task_id: Annotated[UlidText, Path(alias="taskId")], caller: Caller, history: History, paging: Paging
) -> Page[EventRead]:
    """Latest first."""
    return paging.page(lambda request: history.of_task(caller, task_id, request), EventRead.of)


@router.get("/projects/{projectId}/events")
def list_project_events(
    project_id: Annotated[UlidText, Path(alias="projectId")], _: Admin, history: History, paging: Paging
) -> Page[EventRead]:
    """Latest first."""
    return paging.page(lambda request: history.of_project(project_id, request), EventRead.of)
