"""Tasks as CSV, safe to open in a spreadsheet, and no more of it than one answer can hold."""

import csv
import io
import json
from collections.abc import Iterable, Iterator

from app.domain.errors import Conflict
from app.domain.tasks import Task

MAX_SIZE = 5_000_000  # bytes: a Lambda answers with 6 MB at most, headers included

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


def csv_text(tasks: Iterable[Task], max_size: int = MAX_SIZE) -> str:
    """All rows. Raises Conflict where they are more than `max_size`, as soon as that is known."""
    rows: list[str] = []
    size = 0
    for row in csv_rows(tasks):
        rows.append(row)
        size += len(json.dumps(row, ensure_ascii=False).encode())  # as a Lambda's answer carries it
        if size > max_size:
            raise Conflict("The export is larger than 5 MB. Narrow it, by project, status, label or q, and take parts.")
    return "".join(rows)


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
