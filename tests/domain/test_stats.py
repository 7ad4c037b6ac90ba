"""Counts of tasks."""

from datetime import date

import pytest

from app.domain.stats import is_overdue, stats_of_cards
from app.domain.status import Status
from tests import factories as make

TODAY = date(2026, 3, 9)


@pytest.mark.parametrize(
    ("due_date", "status", "overdue"),
    [
        (date(2026, 3, 8), Status.OPEN, True),
        (date(2026, 3, 9), Status.OPEN, False),
        (None, Status.OPEN, False),
        (date(2026, 3, 8), Status.COMPLETED, False),
    ],
)
def test_a_task_is_overdue_once_its_day_has_ended_unless_it_is_done(
    due_date: date | None, status: Status, overdue: bool
) -> None:
    assert is_overdue(make.task(due_date=due_date, status=status), TODAY) is overdue


def test_cards_are_counted_by_project_and_status() -> None:
    cards = [
        make.task(project_id="A", due_date=date(2026, 3, 1)),
        make.task(project_id="A"),
        make.task(project_id="A", status=Status.CLOSED),
        make.task(project_id="B"),
    ]
    first, second = stats_of_cards(cards, TODAY)
    assert (first.project_id, first.overdue) == ("A", 1)
    assert (first.by_status[Status.OPEN], first.by_status[Status.CLOSED]) == (2, 1)
    assert (second.project_id, second.overdue, second.by_status[Status.CLOSED]) == ("B", 0, 0)
