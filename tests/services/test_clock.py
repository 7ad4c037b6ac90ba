"""The clock and the ids that carry its time."""

from datetime import UTC, timedelta

from ulid import ULID

from app.services.clock import new_id, utc_now
from tests import factories as make


def test_now_is_utc_in_whole_milliseconds() -> None:
    now = utc_now()
    assert now.tzinfo is UTC
    assert now.microsecond % 1000 == 0


def test_ids_of_one_millisecond_keep_the_order_they_were_made_in() -> None:
    ids = [new_id(make.NOW) for _ in range(1000)]
    assert ids == sorted(set(ids))


def test_an_id_says_when_it_was_made() -> None:
    later = make.NOW + timedelta(seconds=1)
    assert ULID.from_str(new_id(later)).datetime == later
