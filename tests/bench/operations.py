"""The API's operations through its Lambda handler, each beside the bare DynamoDB calls that it makes."""

import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import cycle
from typing import Any

from app.api.gateway import gateway_handler
from app.api.tokens import KeySet
from app.domain.people import User
from app.domain.projects import GENERAL_PROJECT_ID
from app.domain.tasks import Task
from tests.bench.filling import fill
from tests.bench.markdown import table as markdown_table
from tests.bench.percentiles import percentile
from tests.bench.progress import tell
from tests.bench.stopwatch import Cost, Stopwatch
from tests.bench.tables import new_tables
from tests.conftest import Table
from tests.gateway_events import gateway_event
from tests.team import Team
from tests.tokens import KeySource, Signer

SIZES = (100, 1_000, 10_000, 100_000)
ITERATIONS = 200
ASSIGNEES = 2
WARM_UP = 20
HEADERS = (
    *("operation", "calls", "median ms", "p95 ms", "calls alone ms", "ratio"),
    *("read units", "write units", "bytes"),
)
NOTE = """Each request is an API Gateway event through the Lambda's handler: signature check, rules and JSON included.
The calls alone are what botocore takes for them in the same requests, and so their floor. Units and bytes are those of
one request; a status change is a read and a transaction."""

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


def report() -> str:
    with new_tables() as new_table:
        measured = {size: list(Bench(new_table(), size).figures(ITERATIONS)) for size in SIZES}
    parts = [f"### {size:,} tasks\n\n{_table(figures)}" for size, figures in measured.items()]
    growth = _growth(measured[SIZES[0]], measured[SIZES[-1]])
    return "\n\n".join([NOTE, *parts, f"### {SIZES[-1]:,} tasks against {SIZES[0]:,}\n\n{growth}"])


class Bench:
    """A team with `size` tasks, asked through API Gateway events."""

    def __init__(self, table: Table, size: int) -> None:
        signer = Signer.new("bench")
        self.stopwatch = Stopwatch(table.client)
        self.team = Team.on(table, KeySet(KeySource([signer])), signer)
        self.handler = gateway_handler(self.team.app)
        self.admin, self.members = self.team.admin(), [self.team.person() for _ in range(ASSIGNEES)]
        self.three = [*self.members, self.team.person()]
        self.tasks = fill(table, size, self.members, tell)

    def figures(self, iterations: int) -> Iterator[Figure]:
        for operation, request in self._operations():
            tell(f"{len(self.tasks):,} tasks: {operation}")
            yield self._measure(operation, request, iterations)

    def _operations(self) -> Sequence[tuple[str, Request]]:
        admin, member = self.admin, self.members[0]
        tasks = cycle(self.tasks)
        statuses = {task.id: cycle(("IN_PROGRESS", "OPEN")) for task in self.tasks}

        def change_status(person: User, task: Task) -> dict[str, Any]:
            return self._event(person, "PATCH", f"/tasks/{task.id}/status", body={"status": next(statuses[task.id])})

        def delete_one() -> dict[str, Any]:
            task = self.team.task(*self.three)
            return self._event(admin, "DELETE", f"/tasks/{task.id}", headers={"If-Match": f'"{task.version}"'})

        new = {"title": "New", "assigneeIds": [user.id for user in self.three]}
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
            ("create, 3 assignees", lambda: self._event(admin, "POST", "/tasks", body=new)),
            ("delete, 3 assignees", delete_one),
        ]

    def _measure(self, operation: str, request: Request, iterations: int) -> Figure:
        for _ in range(WARM_UP):
            self._send(request())
        # The least of three: once in 30 seconds a request reads the caller's profile too.
        cost = min((self._weigh(request()) for _ in range(3)), key=lambda weighed: weighed.calls)
        samples = [self._sample(request()) for _ in range(iterations)]
        totals = [total for total, _ in samples]
        return Figure(
            operation=operation,
            median=statistics.median(totals),
            p95=percentile(totals, 0.95),
            floor=statistics.median(in_calls for _, in_calls in samples),
            cost=cost,
        )

    def _weigh(self, event: dict[str, Any]) -> Cost:
        self.stopwatch.start(weighs=True)
        self._send(event)
        return replace(self.stopwatch.cost)  # the stopwatch goes on with its own, also while a task is made to delete

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
        self, person: User, method: str, path: str, *, headers: Mapping[str, str] | None = None, **request: Any
    ) -> dict[str, Any]:
        """`request` may hold query and body."""
        token = self.team.signer.token(person.id, person.role)
        sent = {"Authorization": f"Bearer {token}", **(headers or {})}
        return gateway_event(method, f"/api/v1{path}", headers=sent, **request)


def _table(figures: Sequence[Figure]) -> str:
    return markdown_table(HEADERS, [_row(figure, figure.cost) for figure in figures])


def _row(figure: Figure, cost: Cost) -> tuple[str, ...]:
    return (
        *(figure.operation, str(cost.calls), f"{figure.median:.2f}", f"{figure.p95:.2f}", f"{figure.floor:.2f}"),
        *(f"{figure.ratio:.2f}" if figure.ratio else "-", f"{cost.read_units:g}", f"{cost.write_units:g}"),
        f"{cost.bytes_received:,}",
    )


def _growth(small: Sequence[Figure], large: Sequence[Figure]) -> str:
    """How much slower each operation is on the largest table than on the smallest; both answer as much."""
    rows = [
        (
            before.operation,
            f"{after.median / before.median:.2f}",
            f"{after.cost.read_units:g} / {before.cost.read_units:g}",
        )
        for before, after in zip(small, large, strict=True)
    ]
    return markdown_table(("operation", "median, times", "read units"), rows)
