"""Which list of tasks somebody gets, each from the index made for it, and what it is narrowed by."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import partial

from app.domain.errors import Invalid, NotFound
from app.domain.pages import MAX_PAGE_SIZE, Page, PageRequest, merge_pages, select_rows
from app.domain.people import Principal
from app.domain.status import Status
from app.domain.task_filter import EVERYTHING, TaskFilter
from app.domain.tasks import Task, TaskCard
from app.repositories.projects import ProjectRepository
from app.repositories.task_items import user_tasks_position
from app.repositories.task_lists import TaskListRepository, position_in_column, position_in_project, position_in_trash
from app.repositories.tasks import TaskRepository
from app.services.clock import Clock, utc_now

READ_BUDGET = 500  # rows that one request for a narrowed list reads at most, of each project
QUERIES_AT_ONCE = 8

type Find = Callable[[PageRequest], Page[TaskCard]]
type PositionOf = Callable[[TaskCard], str]


class Sort(StrEnum):
    CREATED = "created"  # newest first
    RANK = "rank"  # board order, of one column
    DUE = "due"  # of one person's tasks: the open ones by due date, then the done ones, latest first


@dataclass(frozen=True)
class TaskQuery:
    filter: TaskFilter = field(default_factory=TaskFilter)
    assignee_id: str | None = None
    sort: Sort | None = None


@dataclass(frozen=True)
class TaskListService:
    tasks: TaskRepository
    task_lists: TaskListRepository
    projects: ProjectRepository
    clock: Clock = utc_now
    read_budget: int = READ_BUDGET

    def page(self, principal: Principal, query: TaskQuery, request: PageRequest) -> Page[TaskCard]:
        """A member gets their own tasks, whatever else they narrow them by."""
        user_id = query.assignee_id
        if not principal.is_admin:
            if user_id not in (None, principal.user_id):
                raise NotFound("You can list your own tasks only.")
            user_id = principal.user_id
        if user_id:
            _require_sort(query, Sort.DUE)
            return self._of_person(user_id, query.filter, request)
        column = _column(query)
        if column:
            return self._of_column(*column, query.filter, request)
        _require_sort(query, Sort.CREATED)
        return self._of_projects(query.filter, request)

    def everything(self, admin: Principal, query: TaskQuery) -> Iterator[Task]:
        """All pages of a list, each task in full."""
        request = PageRequest(MAX_PAGE_SIZE)
        while True:
            page = self.page(admin, query, request)
            tasks = self.tasks.get_many(card.id for card in page.items)
            yield from (tasks[card.id] for card in page.items if card.id in tasks)
            if page.next_position is None:
                return
            request = PageRequest(MAX_PAGE_SIZE, page.next_position)

    def trash(self, request: PageRequest) -> Page[TaskCard]:
        """Of all projects, last deleted first."""
        now = self.clock()
        finds = [partial(self._trash_of, project_id, now) for project_id in self._project_ids(with_archived=True)]
        return self._merged(finds, request, position_in_trash)

    def _of_person(self, user_id: str, wanted: TaskFilter, request: PageRequest) -> Page[TaskCard]:
        find: Find = partial(self.task_lists.of_person, user_id)
        if wanted.text:
            find = partial(self._in_full, find)
        return self._narrowed(find, wanted, user_tasks_position, request)

    def _of_column(self, project_id: str, status: Status, wanted: TaskFilter, request: PageRequest) -> Page[TaskCard]:
        find = partial(self.task_lists.of_column, project_id, status)
        rest = replace(wanted, project_id=None, statuses=())
        return self._narrowed(find, rest, position_in_column, request)

    def _of_projects(self, wanted: TaskFilter, request: PageRequest) -> Page[TaskCard]:
        """Of one project, or of all that are not archived, merged."""
        project_ids = [wanted.project_id] if wanted.project_id else self._project_ids(with_archived=False)
        of_project = self.task_lists.of_project_in_full if wanted.text else self.task_lists.of_project
        rest = replace(wanted, project_id=None)
        finds = [
            partial(self._narrowed, partial(of_project, project_id), rest, position_in_project)
            for project_id in project_ids
        ]
        return self._merged(finds, request, position_in_project)

    def _narrowed(
        self, find: Find, wanted: TaskFilter, position_of: PositionOf, request: PageRequest
    ) -> Page[TaskCard]:
        """Reads no more than the page where nothing is left out of it."""
        if wanted == EVERYTHING:
            return find(request)
        return select_rows(find, request, budget=self.read_budget, is_wanted=wanted.matches, position_of=position_of)

    def _merged(self, finds: Sequence[Find], request: PageRequest, position_of: PositionOf) -> Page[TaskCard]:
        if len(finds) == 1:
            return finds[0](request)
        with ThreadPoolExecutor(QUERIES_AT_ONCE) as threads:
            pages = list(threads.map(lambda find: find(request), finds))
        return merge_pages(pages, request.limit, position_of)

    def _in_full(self, find: Find, request: PageRequest) -> Page[TaskCard]:
        """With descriptions, which assignments do not carry; a task that has just gone is left out."""
        page = find(request)
        tasks = self.tasks.get_many(card.id for card in page.items)
        return Page(tuple(tasks[card.id] for card in page.items if card.id in tasks), page.next_position)

    def _trash_of(self, project_id: str, now: datetime, request: PageRequest) -> Page[TaskCard]:
        return self.task_lists.trash_of(project_id, request, now)

    def _project_ids(self, *, with_archived: bool) -> list[str]:
        return [project.id for project in self.projects.everything() if with_archived or not project.archived]


def _column(query: TaskQuery) -> tuple[str, Status] | None:
    """The one column that is asked for, in board order; that order is its default."""
    wanted = query.filter
    if query.sort in (None, Sort.RANK) and wanted.project_id and len(wanted.statuses) == 1 and not wanted.text:
        return wanted.project_id, wanted.statuses[0]
    if query.sort is Sort.RANK:
        raise Invalid.field("sort", "Board order is that of one column: name one project and one status, and no q.")
    return None


def _require_sort(query: TaskQuery, only: Sort) -> None:
    if query.sort not in (None, only):
        raise Invalid.field("sort", f"This list comes in the order '{only}' only.")
