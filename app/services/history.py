"""What happened: to a task, for whoever may see it, and in a project, for admins."""

from dataclasses import dataclass

from app.domain.errors import NotFound
from app.domain.events import Event
from app.domain.pages import Page, PageRequest
from app.domain.people import Principal
from app.domain.tasks import require_visible
from app.repositories.events import EventRepository
from app.repositories.projects import ProjectRepository
from app.repositories.tasks import TaskRepository


@dataclass(frozen=True)
class HistoryService:
    tasks: TaskRepository
    projects: ProjectRepository
    events: EventRepository

    def of_task(self, principal: Principal, task_id: str, request: PageRequest) -> Page[Event]:
        """Latest first."""
        require_visible(self.tasks.get(task_id), principal)
        return self.events.of_task(task_id, request)

    def of_project(self, project_id: str, request: PageRequest) -> Page[Event]:
        """Latest first, what happened to tasks that have left the project since included."""
        if self.projects.get(project_id) is None:
            raise NotFound("There is no such project.")
        return self.events.of_project(project_id, request)
