"""Tasks as CSV, row by row, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator

from app.domain.tasks import Task

HEADER = (
    "id",
    "projectId",
    "title",
    "description",
    "status",
    "priority",
    "dueDate",
    "labels",
    "assigneeIds",
    "createdBy",
    "createdAt",
    "updatedAt",
    "completedAt",
)

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_rows(tasks: Iterable[Task]) -> Iterator[str]:
    """The header, then a line a task. Lists are joined by commas, days and times as on the wire."""
    yield _line(HEADER)
    for task in tasks:
        yield _line(map(_safe, _cells(task)))


def _cells(task: Task) -> Iterator[str]:
    yield from (task.id, task.project_id, task.title, task.description, task.status, task.priority)
    yield task.due_date.isoformat() if task.due_date else ""
    yield ",".join(task.labels)
    yield ",".join(task.assignee_ids)
    yield task.created_by
    for moment in (task.created_at, task.updated_at, task.completed_at):
        yield moment.isoformat().replace("+00:00", "Z") if moment else ""


def _safe(cell: str) -> str:
    """A spreadsheet would run a title that begins like a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
