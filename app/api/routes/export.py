"""All tasks of a list as CSV, in one answer."""

from http import HTTPStatus
from typing import Annotated

from fastapi import Depends
from starlette.responses import Response

from app.api.auth import Admin
from app.api.csv_rows import csv_text
from app.api.dependencies import TaskLists
from app.api.errors import documented
from app.api.routers import signed_in_router
from app.api.task_query import task_query
from app.services.task_lists import TaskQuery

router = signed_in_router("/tasks/export", "tasks")


class CsvResponse(Response):
    media_type = "text/csv"


@router.get("", response_class=CsvResponse, responses=documented(HTTPStatus.CONFLICT))
def export_tasks(admin: Admin, lists: TaskLists, query: Annotated[TaskQuery, Depends(task_query)]) -> CsvResponse:
    """Narrowed and ordered as the list of tasks is. Refused (409) where it would be larger than 5 MB."""
    text = csv_text(lists.everything(admin, query))
    return CsvResponse(text, headers={"Content-Disposition": 'attachment; filename="tasks.csv"'})
