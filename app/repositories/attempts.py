"""Attempts at what may pass: a few, with a random pause before each but the first."""

import random
import time
from collections.abc import Callable, Iterator

from app.domain.errors import Unfinished

ATTEMPTS = 4  # the first and three retries
LONGEST_FIRST_PAUSE = 0.05  # seconds; doubles with each retry


def attempts(sleep: Callable[[float], object] = time.sleep) -> Iterator[int]:
    """Counted from 0. Whoever comes to the end without success has tried often enough."""
    yield 0
    for retry in range(ATTEMPTS - 1):
        # Jitter, not secrecy: whoever met in one attempt is not to meet again in the next.
        sleep(random.uniform(0, LONGEST_FIRST_PAUSE * 2**retry))  # noqa: S311
        yield retry + 1


def busy() -> Unfinished:
    """What to raise once every attempt was in vain."""
    return Unfinished("The database is busy. Send the same request again in a moment.")
