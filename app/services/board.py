"""The order of cards on a board: placing one between the neighbours that someone saw."""

from dataclasses import dataclass

from app.domain import events, tasks
from app.domain.errors import Conflict, Stale
from app.domain.events import Occasion
from app.domain.people import Principal
from app.domain.status import Status
from app.domain.tasks import Task, TaskCard
from app.repositories.task_lists import TaskListRepository
from app.repositories.tasks import TaskRepository
from app.services.answers import Also, nothing
from app.services.clock import Clock, new_id, utc_now
from app.services.ranks import rank_at_end, rank_between


@dataclass(frozen=True)
class Place:
    """Where a card goes: a column (None: its own), and the cards above and below (neither: the column's end)."""

    status: Status | None = None
    after_id: str | None = None
    before_id: str | None = None


@dataclass(frozen=True)
class BoardService:
    tasks: TaskRepository
    task_lists: TaskListRepository
    clock: Clock = utc_now

    def move(
        self, admin: Principal, task_id: str, place: Place, seen_version: int, *, also: Also[Task] = nothing
    ) -> Task:
        """Two round trips, three where one neighbour is named. Raises Stale, and Conflict for a place that is gone."""
        neighbour_ids = [other for other in (place.after_id, place.before_id) if other]
        found = self.tasks.get_many([task_id, *neighbour_ids])
        before = tasks.require_visible(found.get(task_id), admin)
        if seen_version != before.version:
            raise Stale(before.version)
        status = place.status or before.status
        for neighbour_id in neighbour_ids:
            _require_in_column(found.get(neighbour_id), before, status)
        now = self.clock()
        rank = self._rank(before, status, place, found)
        after = tasks.with_place(before, status, rank, by=admin, now=now)
        event = events.task_moved(before, after, Occasion.of(admin, new_id(now), now))
        self.tasks.save(before, after, event, also=also(after))
        return after

    def _rank(self, task: Task, status: Status, place: Place, found: dict[str, Task]) -> str:
        above, below = found.get(place.after_id or ""), found.get(place.before_id or "")
        if above and below:
            return _between(above, below)
        if above:
            return _between(above, self._neighbour(task, status, above, above=False))
        if below:
            return _between(self._neighbour(task, status, below, above=True), below)
        return rank_at_end(self.clock())

    def _neighbour(self, task: Task, status: Status, of: TaskCard, *, above: bool) -> TaskCard | None:
        return self.task_lists.neighbour(task.project_id, status, of, above=above)


def _require_in_column(neighbour: Task | None, task: Task, status: Status) -> None:
    is_there = neighbour and neighbour.project_id == task.project_id and neighbour.status is status
    if not is_there or neighbour == task:
        raise Conflict("The cards at that place have moved. Reload the board and place it again.")


def _between(above: TaskCard | None, below: TaskCard | None) -> str:
    if above and below and above.rank >= below.rank:
        raise Conflict("Those two cards are no longer one above the other. Reload the board and place it again.")
    return rank_between(above.rank if above else None, below.rank if below else None)
