"""A change whose caller named no version: decided anew on what someone else wrote in between."""

from collections.abc import Callable

from app.domain.errors import Stale

ATTEMPTS = 3


def until_fresh[Result](act: Callable[[], Result], *, attempts: int = ATTEMPTS) -> Result:
    """What `act` gives, tried again where somebody else came between. Raises Stale where that was so each time."""
    try:
        return act()
    except Stale:
        if attempts == 1:
            raise
        return until_fresh(act, attempts=attempts - 1)


def change[Thing](
    find: Callable[[], Thing],
    decide: Callable[[Thing], Thing],
    save: Callable[[Thing, Thing], object],
    *,
    attempts: int = ATTEMPTS,
) -> Thing:
    """What `decide` makes of what `find` finds, saved unless it is the very same.

    Raises Stale where somebody else came between each time.
    """

    def attempt() -> Thing:
        before = find()
        after = decide(before)
        if after is not before:
            save(before, after)
        return after

    return until_fresh(attempt, attempts=attempts)
