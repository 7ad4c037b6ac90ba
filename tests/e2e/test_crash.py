"""Workers and API killed in the middle of the work: every mail arrives, and none twice but in the one known window.

The window: a worker killed after SES took a mail and before the ledger says so. It may repeat that one mail.
"""

import os
import signal
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from typing import Any
from uuid import uuid4

import boto3
import httpx
import pytest

from app.domain.events import EventType
from app.repositories.attributes import to_attributes
from app.repositories.table import delivery_key
from infra.local.people import DEMO_ADMIN, DEMO_PASSWORD, DemoPerson, create_person
from infra.local.resources import TABLE_NAME
from tests.conftest import Table
from tests.e2e.mailbox import Mailbox
from tests.e2e.person import Person, signed_in
from tests.e2e.queues import Queues
from tests.e2e.stack import Place, RunningStack, a_place, running
from tests.e2e.waiting import wait_until
from tests.history import history_of

pytestmark = pytest.mark.e2e

ASSIGNMENTS = 500
PEOPLE = 5
KILLS_AFTER = (150, 350)  # assignments
SENDERS = 4
# What a killed worker held comes back after the queue's and the ledger's minute.
SETTLING_SECONDS = 240.0


@dataclass(frozen=True)
class Assignment:
    """A task for one person, asked for under one key however often it takes."""

    title: str
    person: Person
    key: str = field(default_factory=lambda: uuid4().hex)

    @property
    def mail(self) -> tuple[str, str]:
        return self.person.email, f"Ada Admin assigned you to {self.title}"

    def ask(self, admin: Person) -> Any:
        body = {"title": self.title, "assigneeIds": [self.person.id]}
        return admin.ask("POST", "/tasks", body, **{"Idempotency-Key": self.key})


@dataclass
class Work:
    """What is to be assigned, and what the API has confirmed."""

    assignments: list[Assignment]
    task_ids: dict[str, str] = field(default_factory=dict)
    """By the assignment's key."""

    def go_on(self, admin: Person) -> None:
        """Until all is done or the API is gone."""
        gone = Event()

        def assign(one: Assignment) -> None:
            if not gone.is_set():
                try:
                    self.task_ids[one.key] = one.ask(admin)["id"]
                except httpx.TransportError:
                    gone.set()

        left = [one for one in self.assignments if one.key not in self.task_ids]
        with ThreadPoolExecutor(SENDERS) as threads:
            list(threads.map(assign, left))


def test_killed_workers_and_a_killed_api_lose_no_mail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place, run = a_place(tmp_path / "data"), uuid4().hex
    with running(place) as stack:
        people = [new_person(place, number) for number in range(PEOPLE)]
        work = Work([Assignment(f"{run} {number:03}", people[number % PEOPLE]) for number in range(ASSIGNMENTS)])
        work_until_killed(stack, place, work, KILLS_AFTER[0])
    for count in KILLS_AFTER[1:]:
        with running(place) as stack:
            work_until_killed(stack, place, work, count)

    with running(place):
        work.go_on(signed_in(place, DEMO_ADMIN.email))
        assert len(set(work.task_ids.values())) == ASSIGNMENTS
        expected, queues = {one.mail for one in work.assignments}, Queues(place)
        wait_until(
            lambda: queues.are_empty() and expected <= set(arrived(place, run)),
            f"{ASSIGNMENTS} mails",
            seconds=SETTLING_SECONDS,
        )
        mails = arrived(place, run)
        repeated = [mail for mail, count in mails.items() if count > 1]
        with capsys.disabled():
            print(figures(mails))
        assert set(mails) == expected
        assert mails.total() - ASSIGNMENTS <= len(KILLS_AFTER)
        assert all(attempts(place, work, mail) >= mails[mail] for mail in repeated)
        assert [len(told(person, run)) for person in people] == [ASSIGNMENTS // PEOPLE] * PEOPLE


def new_person(place: Place, number: int) -> Person:
    email = f"crew-{number}@example.com"
    pool_id = place.config()["userPoolId"]
    create_person(place.cognito, pool_id, DemoPerson("", email, f"Crew {number}", "MEMBER"))
    return signed_in(place, email, DEMO_PASSWORD)


def work_until_killed(stack: RunningStack, place: Place, work: Work, count: int) -> None:
    """Kills workers and API together, once so many assignments are confirmed, and waits for the stack's end."""
    working = Thread(target=work.go_on, args=(signed_in(place, DEMO_ADMIN.email),))
    working.start()
    wait_until(lambda: len(work.task_ids) >= count, f"{count} assignments", seconds=SETTLING_SECONDS)
    for name in ("infra.local.events", "infra.local.web"):
        os.kill(stack.program(name), signal.SIGKILL)
    working.join()
    assert len(work.task_ids) < ASSIGNMENTS
    assert stack.wait_for_end() == 1


def arrived(place: Place, run: str) -> Counter[tuple[str, str]]:
    return Counter((mail.to, mail.subject) for mail in Mailbox(place.mail_url).mails(about=run))


def attempts(place: Place, work: Work, mail: tuple[str, str]) -> int:
    """How often a mail was begun, as the ledger has it."""
    assignment = next(one for one in work.assignments if one.mail == mail)
    table = Table(boto3.client("dynamodb", **place.client_options), TABLE_NAME)
    events = history_of(table, work.task_ids[assignment.key])
    event_id = next(event.id for event in events if event.type is EventType.TASK_ASSIGNED)
    key = to_attributes(delivery_key(event_id, assignment.person.id))
    return int(table.client.get_item(TableName=table.name, Key=key)["Item"]["attempts"]["N"])


def told(person: Person, run: str) -> set[str]:
    """The titles in their inbox."""
    page = person.ask("GET", "/inbox?limit=100")
    entries = page["items"]
    while cursor := page["nextCursor"]:
        page = person.ask("GET", f"/inbox?limit=100&cursor={cursor}")
        entries += page["items"]
    titles = [entry["title"] for entry in entries if run in entry["title"]]
    assert len(titles) == len(set(titles))
    return set(titles)


def figures(mails: Counter[tuple[str, str]]) -> str:
    return (
        f"\n{ASSIGNMENTS} assignments, {len(KILLS_AFTER)} kills of workers and API: {len(mails)} mails arrived,"
        f" {ASSIGNMENTS - len(mails)} missing, {mails.total() - len(mails)} repeated in the known window."
    )
