"""Projects: every task is in one, and "General" is there from the start."""

from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.errors import Conflict

GENERAL_PROJECT_ID = "0" * 26  # the smallest ULID: no other project can ever get it
GENERAL_PROJECT_NAME = "General"


@dataclass(frozen=True)
class Project:
    id: str
    name: str
    created_at: datetime
    archived: bool = False
    version: int = 1


def general_project(now: datetime) -> Project:
    return Project(id=GENERAL_PROJECT_ID, name=GENERAL_PROJECT_NAME, created_at=now)


def renamed(project: Project, name: str) -> Project:
    return project if name == project.name else replace(project, name=name, version=project.version + 1)


def archived(project: Project) -> Project:
    """Put aside: its tasks stay, but in no overview and no reminder, and new ones cannot be made in it."""
    if project.id == GENERAL_PROJECT_ID:
        raise Conflict(f'"{project.name}" is where tasks go that name no project, so it cannot be archived.')
    return project if project.archived else replace(project, archived=True, version=project.version + 1)
