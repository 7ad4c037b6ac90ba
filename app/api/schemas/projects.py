"""Projects on the wire."""

from datetime import datetime
from typing import Self

from app.api.schemas.fields import Given, Name, Received
from app.domain.projects import Project


class ProjectWrite(Received):
    """A new project, or a new name for one."""

    name: Name


class ProjectRead(Given):
    id: str
    name: str
    archived: bool
    created_at: datetime
    version: int

    @classmethod
    def of(cls, project: Project) -> Self:
        return cls(
            id=project.id,
            name=project.name,
            archived=project.archived,
            created_at=project.created_at,
            version=project.version,
        )
