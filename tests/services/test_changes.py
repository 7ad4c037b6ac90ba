"""A change: what comes between is read again and decided on, for so long."""

from dataclasses import dataclass

import pytest

from app.domain.errors import Stale
from app.services.changes import ATTEMPTS, change


@dataclass
class Number:
    """A number that somebody else changes right after it is read, so many times."""

    value: int
    interruptions: int = 0

    def find(self) -> int:
        found = self.value
        if self.interruptions:
            self.interruptions -= 1
            self.value += 10
        return found

    def save(self, before: int, after: int) -> None:
        if before != self.value:
            raise Stale(self.value)
        self.value = after


def test_a_change_that_somebody_comes_between_each_time_is_stale() -> None:
    number = Number(1, interruptions=ATTEMPTS)
    with pytest.raises(Stale):
        change(number.find, lambda value: value + 1, number.save)
    assert number.value == 31


def test_what_somebody_wrote_in_between_is_built_upon() -> None:
    number = Number(1, interruptions=ATTEMPTS - 1)
    assert change(number.find, lambda value: value + 1, number.save) == 22
    assert number.value == 22


def test_no_change_is_not_saved() -> None:
    number = Number(1, interruptions=1)
    assert change(number.find, lambda value: value, number.save) == 1
