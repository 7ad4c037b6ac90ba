"""Counts for the overview: of all that an admin sees, of a member's own tasks."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from app.domain.people import Principal
from app.domain.stats import ProjectStats, stats_of_cards
from app.domain.status import Status
from app.repositories.projects import ProjectRepository
from app.repositories.task_lists import TaskListRepository
from app.services.clock import Clock, utc_now

QUERIES_AT_ONCE = 8


@dataclass(frozen=True)
class StatsService:
    projects: ProjectRepository
    task_lists: TaskListRepository
    time_zone: ZoneInfo
    clock: Clock = utc_now

    def of(self, principal: Principal) -> Sequence[ProjectStats]:
        """One row per project that is not archived and, for a member, holds a task of theirs."""
        today = self.clock().astimezone(self.time_zone).date()
        if not principal.is_admin:
            return self._of_member(principal.user_id, today)
        project_ids = [project.id for project in self.projects.everything() if not project.archived]
        with ThreadPoolExecutor(QUERIES_AT_ONCE) as threads:
            return list(threads.map(lambda project_id: self._of_project(project_id, today), project_ids))

    def _of_member(self, user_id: str, today: date) -> Sequence[ProjectStats]:
        rows = stats_of_cards(self.task_lists.all_of_person(user_id), today)
        projects = self.projects.get_many(row.project_id for row in rows)
        archived = {project.id for project in projects if project.archived}
        return [row for row in rows if row.project_id not in archived]

    def _of_project(self, project_id: str, today: date) -> ProjectStats:
        """One count a status, by DynamoDB itself."""
        counts = {status: self.task_lists.count_column(project_id, status, today) for status in Status}
        overdue = sum(late for status, (_, late) in counts.items() if not status.is_done)
        return ProjectStats(project_id, {status: total for status, (total, _) in counts.items()}, overdue)
