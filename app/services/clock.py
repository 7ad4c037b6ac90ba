"""The time, and ids that carry it."""

from collections.abc import Callable
from datetime import UTC, datetime

from ulid import LaxMonotonicPolicy, ULIDGenerator

type Clock = Callable[[], datetime]

# Two ids of one millisecond keep the order in which they were made: a task's history reads right.
_ids = ULIDGenerator(policy=LaxMonotonicPolicy())


def utc_now() -> datetime:
    """Aware, UTC, in whole milliseconds: as precise as what is stored."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


def new_id(now: datetime) -> str:
    return str(_ids.generate(now))
