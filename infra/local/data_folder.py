"""The folder that holds all the stack remembers; one stack at a time may have it."""

import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from infra.local.errors import LocalStackError

LOCK_NAME = "lock"
PATIENCE_SECONDS = 10.0
POLL_SECONDS = 0.1


@contextmanager
def held(folder: Path, *, patience: float = PATIENCE_SECONDS) -> Iterator[None]:
    """The lock is the operating system's, and the programs of the stack hold it too: it ends with the last of them.

    So after a stack was killed outright the next start waits until the emulator has saved its state.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK_NAME).open("w") as lock:
        os.set_inheritable(lock.fileno(), True)
        deadline = time.monotonic() + patience
        while not _is_locked(lock):
            if time.monotonic() > deadline:
                raise LocalStackError(
                    f"Baton is running on {folder}: stop that one first, or set BATON_DATA to another folder."
                )
            time.sleep(POLL_SECONDS)
        yield


def _is_locked(lock: TextIO) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def reset(folder: Path, *, patience: float = PATIENCE_SECONDS) -> None:
    if not folder.exists():
        return
    with held(folder, patience=patience):
        for entry in folder.iterdir():
            if entry.is_dir():
                shutil.rmtree(entry)
            elif entry.name != LOCK_NAME:
                entry.unlink()
