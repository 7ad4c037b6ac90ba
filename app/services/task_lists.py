"""Which list of tasks somebody gets: a board column, a project's tasks, or a person's."""

from dataclasses import dataclass

from app.domain.errors import Invalid, NotFound
from app.domain.pages import Page, PageRequest
from app.domain.people import Principal
from app.domain.status import Status
from app.domain.tasks import TaskCard
from app.repositories.task_lists import TaskListRepository


@dataclass(frozen=True)
class TaskQuery:
    project_id: str | None = None
    status: Status | None = None
    assignee_id: str | None = None


@dataclass(frozen=True)
class TaskListService:
    task_lists: TaskListRepository

    def page(self, principal: Principal, query: TaskQuery, request: PageRequest) -> Page[TaskCard]:
        """One query of the index made for it. A member gets their own tasks, whatever else they narrow them by."""
        if not principal.is_admin:
            return self._own(principal, query, request)
        if query.assignee_id:
            return self._of_person(query.assignee_id, query, request)
        if query.project_id is None:
            raise Invalid.field("project", "Name a project, or an assignee.")
        if query.status:
            return self.task_lists.of_column(query.project_id, query.status, request)
        return self.task_lists.of_project(query.project_id, request)

    def _own(self, member: Principal, query: TaskQuery, request: PageRequest) -> Page[TaskCard]:
        if query.assignee_id not in (None, member.user_id):
            raise NotFound("You can list your own tasks only.")
        return self._of_person(member.user_id, query, request)

    def _of_person(self, user_id: str, query: TaskQuery, request: PageRequest) -> Page[TaskCard]:
        wanted = {"projectId": query.project_id, "status": query.status}
        only = {name: str(value) for name, value in wanted.items() if value}
        return self.task_lists.of_person(user_id, request, only)
