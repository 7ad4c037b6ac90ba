"""What can be done with projects."""

from dataclasses import dataclass
from functools import partial

from app.domain.errors import NotFound
from app.domain.pages import Page, PageRequest
from app.domain.people import Principal
from app.domain.projects import Project, archived, renamed
from app.repositories.projects import ProjectRepository
from app.repositories.task_lists import TaskListRepository
from app.services.answers import Also, nothing
from app.services.changes import change
from app.services.clock import Clock, new_id, utc_now


@dataclass(frozen=True)
class ProjectService:
    projects: ProjectRepository
    task_lists: TaskListRepository
    clock: Clock = utc_now

    def create(self, name: str, *, also: Also[Project] = nothing) -> Project:
        now = self.clock()
        project = Project(id=new_id(now), name=name, created_at=now)
        self.projects.create(project, also(project))
        return project

    def get(self, principal: Principal, project_id: str) -> Project:
        """A member finds those that their directory shows. Raises NotFound."""
        if not principal.is_admin and not self._holds_task_of(principal, project_id):
            raise _not_found()
        return self._find(project_id)

    def rename(self, project_id: str, name: str) -> Project:
        return change(partial(self._find, project_id), lambda project: renamed(project, name), self.projects.save)

    def archive(self, project_id: str) -> Project:
        """Raises Conflict for General."""
        return change(partial(self._find, project_id), archived, self.projects.save)

    def directory(self, principal: Principal, request: PageRequest) -> Page[Project]:
        """An admin sees all; a member those holding a task of theirs, all on one page."""
        if principal.is_admin:
            return self.projects.directory(request)
        cards = self.task_lists.all_of_person(principal.user_id)
        found = self.projects.get_many(card.project_id for card in cards)
        return Page(tuple(sorted(found, key=lambda project: (project.name.lower(), project.id))))

    def _holds_task_of(self, member: Principal, project_id: str) -> bool:
        return any(card.project_id == project_id for card in self.task_lists.all_of_person(member.user_id))

    def _find(self, project_id: str) -> Project:
        project = self.projects.get(project_id)
        if project is None:
            raise _not_found()
        return project


def _not_found() -> NotFound:
    return NotFound("There is no such project, or no task of yours is in it.")
