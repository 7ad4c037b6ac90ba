"""The hourly worker: the schedule says what time it is; what was made is told and counted."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, cast

import pytest

from app.domain.projects import general_project
from app.repositories.projects import ProjectRepository
from app.repositories.reminders import ReminderRepository
from app.repositories.tasks import TaskRepository
from app.services.reminders import ReminderService
from tests import factories as make
from tests.conftest import Table
from tests.lambda_events import schedule_event
from workers import remind
from workers.remind import handler


@pytest.fixture
def environment(moto_table: Table, monkeypatch: pytest.MonkeyPatch) -> Iterator[Table]:
    monkeypatch.setenv("TABLE_NAME", moto_table.name)
    monkeypatch.setenv("TEAM_TIME_ZONE", "Europe/Berlin")
    remind._service.cache_clear()
    ProjectRepository(moto_table.client, moto_table.name).create(general_project(make.NOW))
    yield moto_table
    remind._service.cache_clear()


def metrics(capsys: pytest.CaptureFixture[str]) -> tuple[Any, Any]:
    counted = json.loads(capsys.readouterr().out.splitlines()[-1])
    return counted["RemindersMade"], counted["RemindersKnown"]


def test_the_hour_that_the_schedule_names_decides_in_the_teams_time_zone(
    environment: Table, capsys: pytest.CaptureFixture[str]
) -> None:
    tasks = TaskRepository(environment.client, environment.name)
    for day in (24, 24, 22):
        tasks.create(make.task(due_date=date(2026, 11, day)), [])

    early = handler(schedule_event("2026-11-23T05:59:59Z"), None)
    assert early == {"dueSoon": 0, "overdue": 0, "known": 0, "through": "2026-11-22"}
    assert metrics(capsys) == ([0.0], [0.0])

    ready = handler(schedule_event("2026-11-23T06:00:00Z"), None)
    assert ready == {"dueSoon": 2, "overdue": 1, "known": 0, "through": "2026-11-23"}
    assert metrics(capsys) == ([3.0], [0.0])


def test_what_was_made_before_a_failure_is_counted_and_the_failure_is_raised(
    capsys: pytest.CaptureFixture[str],
) -> None:
    class Breaking(ReminderService):
        def __init__(self) -> None:
            """Needs nothing: it makes one reminder, finds another, and breaks."""

        def remind(self, _: datetime, counts: Any) -> date:
            counts.update(["TASK_OVERDUE", "KNOWN"])
            raise TimeoutError("the table is away")

    with pytest.raises(TimeoutError):
        remind.remind(make.NOW, cast("ReminderService", Breaking()))
    assert metrics(capsys) == ([1.0], [1.0])


def test_the_mark_is_kept_in_the_table(environment: Table) -> None:
    handler(schedule_event("2026-11-23T06:00:00Z"), None)
    assert ReminderRepository(environment.client, environment.name).through() == date(2026, 11, 23)
