"""A task service that somebody else comes between: after it has read a task, before it writes."""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.domain.people import Principal
from app.domain.tasks import Task
from app.services.tasks import TaskService


@dataclass(frozen=True)
class InterruptedTasks(TaskService):
    interrupt: Callable[[], object] = lambda: None
    times: int = 1
    _done: list[None] = field(default_factory=list)

    def get(self, principal: Principal, task_id: str) -> Task:
        task = super().get(principal, task_id)
        if len(self._done) < self.times:
            self._done.append(None)
            self.interrupt()
        return task
