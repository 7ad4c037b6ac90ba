"""What can be done with one task. Each change reads it, decides, and writes all of it or nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain import events, tasks
from app.domain.errors import Stale
from app.domain.events import Event, Occasion
from app.domain.people import Principal
from app.domain.status import Status
from app.domain.tasks import Task, TaskDraft, TaskEdit
from app.repositories.tasks import TaskRepository
from app.services.answers import Also, nothing
from app.services.changes import ATTEMPTS, until_fresh
from app.services.clock import Clock, new_id, utc_now
from app.services.ranks import rank_at_end

type Decide = Callable[[Task], Task]
type Tell = Callable[[Task, Task, Occasion], Event]


@dataclass(frozen=True)
class TaskService:
    tasks: TaskRepository
    clock: Clock = utc_now
    bulk_id: str | None = None

    def get(self, principal: Principal, task_id: str) -> Task:
        return tasks.require_visible(self.tasks.get(task_id), principal)

    def create(self, admin: Principal, draft: TaskDraft, *, also: Also[Task] = nothing) -> Task:
        now = self.clock()
        task = tasks.new_task(draft, task_id=new_id(now), rank=rank_at_end(now), by=admin, now=now)
        told = [events.task_created(task, self._occasion(admin, now))]
        if task.assignments:
            told.append(events.task_assigned(None, task, self._occasion(admin, now)))
        self.tasks.create(task, told, also(task))
        return task

    def change_status(
        self, principal: Principal, task_id: str, status: Status, *, seen_version: int | None = None
    ) -> Task:
        def decide(task: Task) -> Task:
            return tasks.with_status(task, status, by=principal, now=self.clock())

        return self._change(principal, task_id, decide, events.status_changed, seen_version=seen_version)

    def assign(self, admin: Principal, task_id: str, user_ids: Sequence[str], *, also: Also[Task] = nothing) -> Task:
        def decide(task: Task) -> Task:
            return tasks.with_assignees(task, user_ids, by=admin, now=self.clock())

        return self._change(admin, task_id, decide, events.task_assigned, also=also)

    def unassign(self, admin: Principal, task_id: str, user_id: str) -> Task:
        def decide(task: Task) -> Task:
            return tasks.without_assignee(task, user_id, by=admin, now=self.clock())

        return self._change(admin, task_id, decide, events.task_unassigned)

    def unassign_all(self, admin: Principal, task_id: str, user_ids: Sequence[str]) -> Task:
        """Those who are not assigned are passed over."""

        def decide(task: Task) -> Task:
            return tasks.without_assignees(task, user_ids, by=admin, now=self.clock())

        return self._change(admin, task_id, decide, events.task_unassigned)

    def edit(self, admin: Principal, task_id: str, edit: TaskEdit, *, seen_version: int | None = None) -> Task:
        def decide(task: Task) -> Task:
            return tasks.with_edit(task, edit, by=admin, now=self.clock())

        return self._change(admin, task_id, decide, events.task_updated, seen_version=seen_version)

    def delete(self, admin: Principal, task_id: str, *, seen_version: int | None = None) -> Task:
        """Into the trash, from where it can be restored for 30 days."""

        def decide(task: Task) -> Task:
            return tasks.as_deleted(task, by=admin, now=self.clock())

        return self._change(admin, task_id, decide, events.task_deleted, seen_version=seen_version)

    def restore(self, admin: Principal, task_id: str, *, also: Also[Task] = nothing) -> Task:
        """Whole, with its assignees, comments and history. Restoring twice is restoring once."""

        def attempt() -> Task:
            before = tasks.require_visible(self.tasks.get_deleted_or_not(task_id), admin)
            after = tasks.as_restored(before, by=admin, now=self.clock())
            return self._save(admin, before, after, events.task_restored, also)

        return until_fresh(attempt)

    def _change(
        self,
        principal: Principal,
        task_id: str,
        decide: Decide,
        tell: Tell,
        *,
        seen_version: int | None = None,
        also: Also[Task] = nothing,
    ) -> Task:
        """The task after `decide`, written with the event that `tell` makes of it.

        A caller who names the version they saw is refused when it has passed (Stale). For one who doesn't,
        a change that comes between is read again and decided on.
        """

        def attempt() -> Task:
            before = self.get(principal, task_id)
            if seen_version not in (None, before.version):
                raise Stale(before.version)
            return self._save(principal, before, decide(before), tell, also)

        return until_fresh(attempt, attempts=ATTEMPTS if seen_version is None else 1)

    def _save(self, principal: Principal, before: Task, after: Task, tell: Tell, also: Also[Task]) -> Task:
        """`after`. Where it is the very same, `also` is written all the same: the request was answered."""
        if after is before:
            self.tasks.save_besides(also(after))
            return after
        self.tasks.save(
            before,
            after,
            tell(before, after, self._occasion(principal, after.updated_at)),
            as_assignee=None if principal.is_admin else principal.user_id,
            also=also(after),
        )
        return after

    def _occasion(self, principal: Principal, at: datetime) -> Occasion:
        return Occasion.of(principal, new_id(at), at, self.bulk_id)
