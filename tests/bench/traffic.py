"""Readers and writers at an API: so many at a time, each asking again as soon as it is answered."""

import asyncio
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any

import httpx

from app.domain.projects import GENERAL_PROJECT_ID
from app.domain.tasks import Task
from tests.bench.percentiles import percentile
from tests.bench.served_api import ServedApi

COLUMN = {"project": GENERAL_PROJECT_ID, "status": "OPEN", "limit": "50"}

type Request = tuple[str, str, dict[str, Any]]


@dataclass
class Tally:
    milliseconds: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    """How often each: a status, or what kept an answer from coming."""
    seconds: float = 0.0

    @property
    def a_second(self) -> float:
        return len(self.milliseconds) / self.seconds

    @property
    def errors_in_words(self) -> str:
        return ", ".join(f"{times} x {error}" for error, times in self.errors.most_common()) or "0"

    def percentile(self, share: float) -> float:
        return percentile(self.milliseconds, share)


def send(api: ServedApi, *, at_once: int, requests: int) -> Tally:
    return asyncio.run(_send(api, at_once, requests))


async def _send(api: ServedApi, at_once: int, requests: int) -> Tally:
    tally, remaining = Tally(), iter(range(requests))
    headers = {"Authorization": f"Bearer {api.admin_token}"}
    limits = httpx.Limits(max_connections=at_once, max_keepalive_connections=at_once)
    started = time.perf_counter()
    async with httpx.AsyncClient(base_url=api.url, headers=headers, timeout=60, limits=limits) as client:
        # Each has tasks of its own: what two change at the same time is another test's matter.
        people = (_ask_on(client, asking(api.tasks[number::at_once]), remaining, tally) for number in range(at_once))
        await asyncio.gather(*people)
    tally.seconds = time.perf_counter() - started
    return tally


def asking(tasks: Sequence[Task]) -> Iterator[Request]:
    """Five requests around one task after the other: three read it, one reads the board's column, one writes."""
    statuses = {task.id: cycle(("IN_PROGRESS", "OPEN")) for task in tasks}
    for task in cycle(tasks):
        path = f"/tasks/{task.id}"
        yield from [("GET", path, {})] * 3
        yield "GET", "/tasks", {"params": COLUMN}
        yield "PATCH", f"{path}/status", {"json": {"status": next(statuses[task.id])}}


async def _ask_on(
    client: httpx.AsyncClient, requests: Iterator[Request], remaining: Iterator[int], tally: Tally
) -> None:
    for (method, path, options), _ in zip(requests, remaining, strict=False):
        began = time.perf_counter()
        try:
            answer = await client.request(method, path, **options)
            if answer.is_error:
                tally.errors[str(answer.status_code)] += 1
        except httpx.TransportError as error:
            tally.errors[type(error).__name__] += 1
        tally.milliseconds.append((time.perf_counter() - began) * 1000)
