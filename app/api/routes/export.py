"""All tasks of a list as CSV, sent page by page as they are read."""

from typing import Annotated

from fastapi import Depends
from starlette.responses import StreamingResponse

from app.api.auth import Admin
from app.api.csv_rows import csv_rows
from app.api.dependencies import TaskLists
from app.api.routers import signed_in_router
from app.api.task_query import task_query
from app.services.task_lists import TaskQuery

router = signed_in_router("/tasks/export", "tasks")


class CsvResponse(StreamingResponse):
    media_type = "text/csv"


@router.get("", response_class=CsvResponse)
def export_tasks(admin: Admin, lists: TaskLists, query: Annotated[TaskQuery, Depends(task_query)]) -> CsvResponse:
    """Narrowed and ordered as the list of tasks is."""
    tasks = lists.everything(admin, query)
    return CsvResponse(csv_rows(tasks), headers={"Content-Disposition": 'attachment; filename="tasks.csv"'})
