"""Projects."""

from fastapi import APIRouter

from app.api.auth import Caller
from app.api.dependencies import Projects
from app.api.paging import Paging
from app.api.schemas.pages import Page
from app.api.schemas.projects import ProjectRead

router = APIRouter(prefix="/projects", tags=["projects"])


@router.get("")
def list_projects(caller: Caller, projects: Projects, paging: Paging) -> Page[ProjectRead]:
    """By name. A member gets the projects that hold a task of theirs."""
    return paging.page(lambda request: projects.directory(caller, request), ProjectRead.of)
