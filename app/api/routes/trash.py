"""The trash: deleted tasks, kept for 30 days."""

from app.api.auth import Admin
from app.api.dependencies import TaskLists
from app.api.paging import Paging
from app.api.routers import signed_in_router
from app.api.schemas.pages import Page
from app.api.schemas.tasks import TrashedTaskRead

router = signed_in_router("/trash", "tasks")


@router.get("")
def list_trash(_: Admin, lists: TaskLists, paging: Paging) -> Page[TrashedTaskRead]:
    """Of all projects, last deleted first."""
    return paging.page(lists.trash, TrashedTaskRead.of_card)
