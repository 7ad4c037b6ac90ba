"""Projects: those there are, and what an admin does with one."""

from http import HTTPStatus
from typing import Annotated

from fastapi import Path, Request, Response

from app.api.auth import Admin, Caller
from app.api.dependencies import Projects
from app.api.errors import documented
from app.api.locations import location
from app.api.once import Once
from app.api.paging import Paging
from app.api.routers import signed_in_router
from app.api.schemas.fields import UlidText
from app.api.schemas.pages import Page
from app.api.schemas.projects import ProjectRead, ProjectWrite
from app.domain.answers import Answer
from app.domain.projects import Project

router = signed_in_router("/projects", "projects")

ProjectId = Annotated[UlidText, Path(alias="projectId")]

_CHANGE_REFUSALS = documented(HTTPStatus.NOT_FOUND, HTTPStatus.PRECONDITION_FAILED)


@router.get("")
def list_projects(caller: Caller, projects: Projects, paging: Paging) -> Page[ProjectRead]:
    """By name. A member gets the projects that hold a task of theirs."""
    return paging.page(lambda request: projects.directory(caller, request), ProjectRead.of)


@router.post("", status_code=HTTPStatus.CREATED)
def create_project(
    body: ProjectWrite, _: Admin, projects: Projects, once: Once, request: Request, response: Response
) -> ProjectRead:
    def headers(project: Project) -> dict[str, str]:
        return location(request, "get_project", projectId=project.id)

    def answer(project: Project) -> Answer:
        return once.answer(HTTPStatus.CREATED, ProjectRead.of(project), headers(project))

    project = projects.create(body.name, also=once.remember(answer))
    response.headers.update(headers(project))
    return ProjectRead.of(project)


@router.get("/{projectId}", responses=documented(HTTPStatus.NOT_FOUND))
def get_project(project_id: ProjectId, caller: Caller, projects: Projects) -> ProjectRead:
    """For an admin, or a member with a task in it."""
    return ProjectRead.of(projects.get(caller, project_id))


@router.patch("/{projectId}", responses=_CHANGE_REFUSALS)
def rename_project(project_id: ProjectId, body: ProjectWrite, _: Admin, projects: Projects) -> ProjectRead:
    return ProjectRead.of(projects.rename(project_id, body.name))


@router.post("/{projectId}/archive", responses=_CHANGE_REFUSALS | documented(HTTPStatus.CONFLICT))
def archive_project(project_id: ProjectId, _: Admin, projects: Projects, once: Once) -> ProjectRead:
    """Its tasks stay, and nothing new can be put into it. The project General cannot be archived."""
    return once.keep(ProjectRead.of(projects.archive(project_id)))
