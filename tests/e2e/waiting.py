"""Waiting for what happens elsewhere: asked for again and again until a deadline, never a fixed sleep."""

import time
from collections.abc import Callable

POLL_SECONDS = 0.1


def wait_until[Found](find: Callable[[], Found], what: str, *, seconds: float = 30.0) -> Found:
    """Gives the first thing found that counts as true."""
    deadline = time.monotonic() + seconds
    while True:
        found = find()
        if found:
            return found
        assert time.monotonic() < deadline, f"not in {seconds:.0f} s: {what}"
        time.sleep(POLL_SECONDS)
