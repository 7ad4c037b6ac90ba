"""Which reminders are to be made, and from when on."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.domain.events import EventType
from app.domain.reminders import days_to_make, due_dates, latest_day, ready_at

MONDAY = date(2026, 11, 23)
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Pacific/Pago_Pago", 22), ("Pacific/Honolulu", 23), ("UTC", 23), ("Pacific/Kiritimati", 24)],
)
def test_the_same_instant_is_another_day_elsewhere(zone: str, day: int) -> None:
    assert latest_day(datetime(2026, 11, 23, 17, tzinfo=UTC), ZoneInfo(zone)) == date(2026, 11, day)


@pytest.mark.parametrize(("clock", "day"), [((6, 59), 22), ((7, 0), 23), ((23, 59), 23), ((0, 0), 22)])
def test_a_days_reminders_are_made_from_seven_on(clock: tuple[int, int], day: int) -> None:
    now = datetime(2026, 11, 23, *clock, tzinfo=BERLIN).astimezone(UTC)
    assert latest_day(now, BERLIN) == date(2026, 11, day)


@pytest.mark.parametrize(("day", "hour"), [(date(2026, 3, 29), 5), (date(2026, 10, 25), 6), (date(2026, 3, 28), 6)])
def test_it_is_seven_by_the_teams_clock_also_when_the_clock_was_changed_that_night(day: date, hour: int) -> None:
    moment = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    assert ready_at(day, BERLIN) == moment
    assert ready_at(day, BERLIN).tzinfo is UTC
    assert latest_day(moment, BERLIN) == day
    assert latest_day(moment - timedelta(seconds=1), BERLIN) == day - timedelta(days=1)


def test_a_first_run_makes_its_own_day_and_none_before() -> None:
    assert days_to_make(None, MONDAY) == [MONDAY]


def test_missed_days_are_made_up_for_in_order() -> None:
    assert days_to_make(date(2026, 11, 20), MONDAY) == [date(2026, 11, day) for day in (21, 22, 23)]


@pytest.mark.parametrize("through", [MONDAY, date(2026, 12, 1)])
def test_a_day_that_was_made_is_not_made_again(through: date) -> None:
    assert days_to_make(through, MONDAY) == []


def test_a_day_tells_what_is_due_the_next_day_and_was_due_the_day_before() -> None:
    assert due_dates(MONDAY, MONDAY) == [
        (EventType.TASK_DUE_SOON, date(2026, 11, 24)),
        (EventType.TASK_OVERDUE, date(2026, 11, 22)),
    ]


@pytest.mark.parametrize(("day", "is_told"), [(22, True), (21, False)])
def test_a_missed_day_does_not_call_due_soon_what_is_past(day: int, is_told: bool) -> None:
    told = [event_type for event_type, _ in due_dates(date(2026, 11, day), MONDAY)]
    assert told == [*([EventType.TASK_DUE_SOON] if is_told else []), EventType.TASK_OVERDUE]
