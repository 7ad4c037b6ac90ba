"""The kinds of text that the wire format is made of."""

from datetime import date
from typing import Any
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from app.api.schemas.fields import CalendarDate, Name, Received, TimeZone, UlidText, UserIdText

DAY: TypeAdapter[date] = TypeAdapter(CalendarDate)


@given(st.dates())
def test_a_day_is_the_day_it_says_in_any_time_zone(day: date) -> None:
    taken = DAY.validate_python(day.isoformat())
    assert (taken, DAY.dump_python(taken, mode="json")) == (day, day.isoformat())


@pytest.mark.parametrize("value", ["2026-3-2", "2026-02-30", "2026-03-02T00:00:00+14:00", 0, True, ""])
def test_what_is_no_day_is_refused(value: Any) -> None:
    with pytest.raises(ValidationError):
        DAY.validate_python(value)


@pytest.mark.parametrize(
    ("kind", "value"),
    [(UlidText, "0" * 25 + "U"), (UserIdText, "me"), (Name, " "), (Name, "a\nb"), (Name, "x" * 101)],
)
def test_ids_and_names_keep_to_their_pattern(kind: Any, value: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Mars/Olympus",
        "America",
        "europe/berlin",
        "localtime",
        "../UTC",
        "/etc/localtime",
        "UTC\0",
        "UTC\n",
        "X" * 65,
    ],
)
def test_what_is_no_time_zone_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(TimeZone).validate_python(name)


def test_every_time_zone_there_is_is_known() -> None:
    kind: TypeAdapter[str] = TypeAdapter(TimeZone)
    names = available_timezones() - {"localtime"}  # this machine's own, not the world's
    assert len(names) > 500
    assert {kind.validate_python(name) for name in names} == names


def test_an_unknown_field_is_a_mistake_to_be_told_about() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Received.model_validate({"unknown": 1})
