"""A change whose caller named no version: decided anew on what someone else wrote in between."""

from collections.abc import Callable

from app.domain.errors import Stale

ATTEMPTS = 3


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
    before = find()
    after = decide(before)
    if after is before:
        return before
    try:
        save(before, after)
    except Stale:
        if attempts == 1:
            raise
        return change(find, decide, save, attempts=attempts - 1)
    return after
