"""The API's operations through its Lambda handler, each beside the bare DynamoDB calls that it makes."""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Any

from app.api.gateway import gateway_handler
from app.api.tokens import KeySet
from app.domain.people import User
from app.domain.projects import GENERAL_PROJECT_ID
from app.domain.tasks import Task
from tests.bench.filling import fill
from tests.bench.stopwatch import Cost, Stopwatch
from tests.conftest import Table
from tests.gateway_events import gateway_event
from tests.team import Team
from tests.tokens import KeySource, Signer

ASSIGNEES = 2
WARM_UP = 20

type Request = Callable[[], dict[str, Any]]


@dataclass(frozen=True)
class Figure:
    operation: str
    median: float  # milliseconds
    p95: float  # milliseconds
    floor: float  # milliseconds: the DynamoDB calls alone
    cost: Cost

    @property
    def ratio(self) -> float | None:
        return self.median / self.floor if self.floor else None


class Bench:
    """A team with `size` tasks, asked through API Gateway events."""

    def __init__(self, table: Table, size: int, tell: Callable[[str], object]) -> None:
        signer = Signer.new("bench")
        self.stopwatch = Stopwatch(table.client)
        self.team = Team.on(table, KeySet(KeySource([signer])), signer)
        self.handler = gateway_handler(self.team.app)
        self.admin, self.members = self.team.admin(), [self.team.person() for _ in range(ASSIGNEES)]
        self.tasks = fill(table, size, self.members, tell)

    def figures(self, iterations: int) -> Iterator[Figure]:
        for operation, request in self._operations():
            yield self._measure(operation, request, iterations)

    def _operations(self) -> Sequence[tuple[str, Request]]:
        admin, member = self.admin, self.members[0]
        tasks = cycle(self.tasks)
        statuses = {task.id: cycle(("IN_PROGRESS", "OPEN")) for task in self.tasks}

        def change_status(person: User, task: Task) -> dict[str, Any]:
            return self._event(person, "PATCH", f"/tasks/{task.id}/status", body={"status": next(statuses[task.id])})

        new = {"title": "New", "assigneeIds": [user.id for user in self.members]}
        project = {"project": GENERAL_PROJECT_ID, "limit": "20"}
        return [
            ("health, no call", lambda: self._event(admin, "GET", "/health")),
            ("get, admin", lambda: self._event(admin, "GET", f"/tasks/{next(tasks).id}")),
            ("get, member", lambda: self._event(member, "GET", f"/tasks/{next(tasks).id}")),
            ("list, admin, 20 rows", lambda: self._event(admin, "GET", "/tasks", query=project)),
            ("list, member, 20 rows", lambda: self._event(member, "GET", "/tasks", query={"limit": "20"})),
            (
                "column, 50 cards",
                lambda: self._event(admin, "GET", "/tasks", query=project | {"status": "OPEN", "limit": "50"}),
            ),
            ("status, admin", lambda: change_status(admin, next(tasks))),
            ("status, member", lambda: change_status(member, next(tasks))),
            ("create, 2 assignees", lambda: self._event(admin, "POST", "/tasks", body=new)),
        ]

    def _measure(self, operation: str, request: Request, iterations: int) -> Figure:
        for _ in range(WARM_UP):
            self._send(request())
        cost = self._weigh(request())
        samples = sorted(self._sample(request()) for _ in range(iterations))
        return Figure(
            operation=operation,
            median=statistics.median(total for total, _ in samples),
            p95=samples[int(iterations * 0.95)][0],
            floor=statistics.median(in_calls for _, in_calls in samples),
            cost=cost,
        )

    def _weigh(self, event: dict[str, Any]) -> Cost:
        self.stopwatch.start(weighs=True)
        self._send(event)
        return self.stopwatch.cost

    def _sample(self, event: dict[str, Any]) -> tuple[float, float]:
        """Milliseconds altogether, and inside the calls."""
        self.stopwatch.start()
        began = time.perf_counter()
        self._send(event)
        return (time.perf_counter() - began) * 1000, self.stopwatch.cost.milliseconds

    def _send(self, event: dict[str, Any]) -> None:
        answer = self.handler(event, None)
        if answer["statusCode"] >= 400:
            raise RuntimeError(f"{event['httpMethod']} {event['path']}: {answer['body']}")

    def _event(
        self, person: User, method: str, path: str, *, query: dict[str, str] | None = None, body: Any = None
    ) -> dict[str, Any]:
        token = self.team.signer.token(person.id, person.role)
        headers = {"Authorization": f"Bearer {token}"}
        return gateway_event(method, f"/api/v1{path}", headers=headers, query=query, body=body)
