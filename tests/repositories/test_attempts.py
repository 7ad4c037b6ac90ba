"""Attempts: a few, with pauses that grow and are never the same for two."""

import pytest

from app.domain.errors import Unfinished
from app.repositories.attempts import ATTEMPTS, LONGEST_FIRST_PAUSE, attempts, busy


def test_the_first_attempt_waits_for_nothing() -> None:
    pauses: list[float] = []
    assert next(attempts(pauses.append)) == 0
    assert pauses == []


def test_before_each_further_attempt_is_a_pause_and_they_come_to_an_end() -> None:
    pauses: list[float] = []
    assert list(attempts(pauses.append)) == list(range(ATTEMPTS))
    longest = [LONGEST_FIRST_PAUSE * 2**retry for retry in range(ATTEMPTS - 1)]
    assert [0 <= pause <= most for pause, most in zip(pauses, longest, strict=True)] == [True] * len(longest)


def test_no_two_who_met_pause_for_the_same_time() -> None:
    first: list[float] = []
    second: list[float] = []
    assert len(list(attempts(first.append))) == len(list(attempts(second.append)))
    assert first != second


def test_attempts_in_vain_are_told_as_something_to_be_sent_again() -> None:
    with pytest.raises(Unfinished, match="Send the same request again"):
        raise busy()
