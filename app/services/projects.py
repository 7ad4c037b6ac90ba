"""What can be done with projects."""

from dataclasses import dataclass

from app.domain.pages import Page, PageRequest
from app.domain.people import Principal
from app.domain.projects import Project
from app.repositories.projects import ProjectRepository
from app.repositories.task_lists import TaskListRepository


@dataclass(frozen=True)
class ProjectService:
    projects: ProjectRepository
    task_lists: TaskListRepository

    def directory(self, principal: Principal, request: PageRequest) -> Page[Project]:
        """An admin sees all; a member those holding a task of theirs, all on one page."""
        if principal.is_admin:
            return self.projects.directory(request)
        cards = self.task_lists.all_of_person(principal.user_id)
        found = self.projects.get_many(card.project_id for card in cards)
        return Page(tuple(sorted(found, key=lambda project: (project.name.lower(), project.id))))
