"""One change to up to a hundred tasks."""

from fastapi import Request

from app.api.auth import Admin
from app.api.dependencies import Bulk
from app.api.errors import problem_of, request_id_of
from app.api.once import Once
from app.api.routers import signed_in_router
from app.api.schemas.bulk import BulkRead, BulkRequest, BulkTaskResult
from app.services.bulk import BulkResult

router = signed_in_router("/tasks/bulk", "tasks")


@router.post("")
def change_tasks(body: BulkRequest, admin: Admin, bulk: Bulk, once: Once, request: Request) -> BulkRead:
    """A result per task, in the order they came: one that is refused keeps no other from its change."""
    task_ids = list(dict.fromkeys(body.task_ids))
    bulk_id, results = bulk.change(admin, task_ids, body.change.change())
    answers = [_read(result, request_id_of(request)) for result in results]
    return once.keep(BulkRead(bulk_id=bulk_id, results=answers))


def _read(result: BulkResult, request_id: str) -> BulkTaskResult:
    refusal = result.refusal
    problem = problem_of(refusal, request_id) if refusal else None
    return BulkTaskResult(task_id=result.task_id, ok=refusal is None, problem=problem)
