"""Filters: any value within a kind, all kinds together."""

from datetime import date
from typing import Any

import pytest

from app.domain.status import Status
from app.domain.task_filter import EVERYTHING, TaskFilter
from app.domain.tasks import Priority
from tests import factories as make

TASK = make.task(
    project_id="P",
    title="The Engine",
    description="Straße",
    status=Status.OPEN,
    priority=Priority.HIGH,
    labels=("red", "blue"),
    due_date=date(2026, 3, 9),
)


@pytest.mark.parametrize(
    "wanted",
    [
        {},
        {"project_id": "P"},
        {"statuses": (Status.OPEN, Status.CLOSED)},
        {"priorities": (Priority.LOW, Priority.HIGH)},
        {"labels": ("green", "blue")},
        {"due_from": date(2026, 3, 9)},
        {"due_to": date(2026, 3, 9)},
        {"due_from": date(2026, 3, 1), "due_to": date(2026, 3, 31)},
        {"text": "engine"},
        {"text": "STRASSE"},
        {"project_id": "P", "labels": ("red",), "text": "engine"},
    ],
)
def test_a_task_that_has_one_value_of_every_kind_is_wanted(wanted: dict[str, Any]) -> None:
    assert TaskFilter(**wanted).matches(TASK)


@pytest.mark.parametrize(
    "wanted",
    [
        {"project_id": "Q"},
        {"statuses": (Status.CLOSED,)},
        {"priorities": (Priority.LOW,)},
        {"labels": ("green",)},
        {"due_from": date(2026, 3, 10)},
        {"due_to": date(2026, 3, 8)},
        {"text": "wheel"},
        {"project_id": "P", "labels": ("green",)},
    ],
)
def test_a_task_that_lacks_one_kind_is_not(wanted: dict[str, Any]) -> None:
    assert not TaskFilter(**wanted).matches(TASK)


def test_a_task_without_a_due_date_falls_due_on_no_day() -> None:
    assert not TaskFilter(due_from=date.min).matches(make.task())


def test_everything_matches_whatever_there_is() -> None:
    assert EVERYTHING.matches(make.task())
