"""Reminders made by hand: which moment is meant, and what was made in words."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from infra.local.errors import LocalStackError
from infra.local.remind import in_words, moment_of

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize("text", ["tomorrow", "2026-13-01", "24.11.2026", "2026-11-24T25:00", "2026-11-2"])
def test_what_is_no_time_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(LocalStackError, match=f"AT={text} is no time; write AT=2026-11-24 or"):
        moment_of(text, BERLIN)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-24", datetime(2026, 11, 24, 6, tzinfo=UTC)),
        ("2026-11-24T08:00", datetime(2026, 11, 24, 7, tzinfo=UTC)),
        ("2026-07-24T08:00", datetime(2026, 7, 24, 6, tzinfo=UTC)),
        ("2026-11-24T08:00Z", datetime(2026, 11, 24, 8, tzinfo=UTC)),
    ],
)
def test_a_time_is_the_teams_and_a_day_means_its_seven_o_clock(text: str, moment: datetime) -> None:
    assert moment_of(text, BERLIN) == moment


def answer(**fields: Any) -> dict[str, Any]:
    return {"dueSoon": 0, "overdue": 0, "known": 0, "through": "2026-11-24", **fields}


def test_when_nothing_is_new_it_says_why_and_what_to_try() -> None:
    assert in_words(answer()) == (
        "Nothing new; reminders are made up to 2026-11-24. Each day is made once, from 07:00 on: what is due the next"
        " day, and what was due the day before. Try a later day: make remind AT=2026-11-25."
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"dueSoon": 2, "overdue": 1}, "2 tasks due soon, 1 overdue; reminders are made up to 2026-11-24."),
        ({"dueSoon": 1}, "1 task due soon, 0 overdue; reminders are made up to 2026-11-24."),
        (
            {"overdue": 3, "known": 2},
            "0 tasks due soon, 3 overdue (2 were made before); reminders are made up to 2026-11-24.",
        ),
    ],
)
def test_what_was_made_is_told_in_words(fields: dict[str, Any], words: str) -> None:
    assert in_words(answer(**fields)) == words
