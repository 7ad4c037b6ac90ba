"""The folder that holds all the stack remembers; one stack at a time may have it."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from infra.local.errors import LocalStackError

LOCK_NAME = "lock"


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """The lock is the operating system's: it ends with the process, however that ends."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK_NAME).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise LocalStackError(
                f"Baton is running on {folder}: stop that one first, or set BATON_DATA to another folder."
            ) from None
        yield


def reset(folder: Path) -> None:
    if not folder.exists():
        return
    with held(folder):
        for entry in folder.iterdir():
            if entry.is_dir():
                shutil.rmtree(entry)
            elif entry.name != LOCK_NAME:
                entry.unlink()
