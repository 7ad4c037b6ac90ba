"""How long an assignment takes to become a mail, on the local stack: API, table, stream, topic, queue, worker, SMTP."""

import tempfile
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stdout
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

import httpx

from infra.local.people import DEMO_ADMIN
from tests.bench.markdown import table
from tests.bench.percentiles import percentile
from tests.bench.progress import tell
from tests.e2e.person import Person, newcomer, signed_in
from tests.e2e.stack import Place, a_place, running
from tests.e2e.waiting import wait_until

RATES = (1, 10, 50)  # assignments a second
SECONDS = 10
THREADS = 16
ARRIVAL_SECONDS = 300.0
NOTE = f"""`make run` on one machine, emulators and all: an assignment is a task made by `POST /tasks` for one person,
{SECONDS} seconds long. The time is from the event's own to the arrival of its mail by SMTP. Where fewer assignments a
second were taken than offered, the stack itself was busy, and its queues filled."""


def report() -> str:
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(StringIO()):
        place = a_place(Path(folder) / "data")
        tell("starting the stack")
        with running(place):
            rows = [_measure(place, rate) for rate in RATES]
    headers = ("assignments a second, offered", "taken", "mails", "median ms", "p95 ms", "slowest ms")
    return f"{NOTE}\n\n{table(headers, rows)}"


def _measure(place: Place, rate: int) -> tuple[str, ...]:
    tell(f"{rate} assignments a second")
    admin, member = signed_in(place, DEMO_ADMIN.email), newcomer(place)
    started = time.monotonic()
    made = _assign(admin, member, rate)
    taken = len(made) / (time.monotonic() - started)
    tell(f"{rate} assignments a second: waiting for {len(made)} mails")
    arrivals = wait_until(
        lambda: _all_arrived(place, made), f"{len(made)} mails to {member.email}", seconds=ARRIVAL_SECONDS
    )
    assert arrivals
    took = [(arrivals[title] - at).total_seconds() * 1000 for title, at in made.items()]
    figures = (percentile(took, 0.5), percentile(took, 0.95), max(took))
    return (str(rate), f"{taken:.1f}", f"{len(took):,}", *(f"{figure:,.0f}" for figure in figures))


def _assign(admin: Person, member: Person, rate: int) -> dict[str, datetime]:
    """When each task was made, by its title."""
    start = time.monotonic()

    def make(number: int) -> tuple[str, datetime]:
        time.sleep(max(0.0, start + number / rate - time.monotonic()))
        task = admin.create_task(f"Task {number} of {rate} a second for {member.id}", member)
        return task["title"], datetime.fromisoformat(task["createdAt"])

    with ThreadPoolExecutor(THREADS) as threads:
        return dict(threads.map(make, range(rate * SECONDS)))


def _all_arrived(place: Place, made: Mapping[str, datetime]) -> dict[str, datetime] | None:
    mails: list[dict[str, Any]] = httpx.get(f"{place.mail_url}/api/email", timeout=60).raise_for_status().json()
    arrivals = {
        title: datetime.fromisoformat(mail["time"]) for mail in mails for title in made if title in mail["subject"]
    }
    return arrivals if len(arrivals) == len(made) else None
