"""Keeps the programs of the stack running together: all are started, and all are stopped, whatever happens.

Signals only set `stopping`, so no program can be started between a signal and the stop without being stopped too.
"""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from botocore.exceptions import BotoCoreError

from infra.local.errors import LocalStackError
from infra.local.program import Program, RunningProgram, start, stop

START_SECONDS = 60.0
POLL_SECONDS = 0.05


class Stopped(Exception):
    """Raised where the stack waits, once it has been asked to stop."""


class Supervisor:
    def __init__(self, *, logs: Path, stopping: threading.Event) -> None:
        self._logs = logs
        self._stopping = stopping
        self._running: list[RunningProgram] = []

    def start(self, *programs: Program) -> None:
        """Starts programs side by side; returns when each answers."""
        deadline = time.monotonic() + START_SECONDS
        for program in programs:
            self._running.append(start(program, logs=self._logs))
        for program in programs:
            self._wait_until_healthy(program, deadline)

    def watch(self) -> None:
        """Returns never: raises when the stack is asked to stop, or when a program has ended."""
        while True:
            self._pause()

    def refuse_dead(self) -> None:
        for running in self._running:
            if running.exit_status is not None:
                raise LocalStackError(_obituary(running))

    def stop_all(self) -> None:
        """The last started is the first to stop: nothing loses what it stands on while it still works."""
        if self._running:
            print("Stopping ...", flush=True)
        while self._running:
            stop(self._running.pop())

    def _wait_until_healthy(self, program: Program, deadline: float) -> None:
        while not program.is_healthy():
            if time.monotonic() > deadline:
                raise LocalStackError(f"{program.name} did not answer in {START_SECONDS:.0f} s; see {self._logs}.")
            self._pause()

    def _pause(self) -> None:
        if self._stopping.wait(POLL_SECONDS):
            raise Stopped
        self.refuse_dead()


@contextmanager
def supervised(*, logs: Path, stopping: threading.Event) -> Iterator[Supervisor]:
    supervisor = Supervisor(logs=logs, stopping=stopping)
    try:
        yield supervisor
    except (BotoCoreError, OSError):
        # Whoever calls a program that has just died learns that it died, not that a connection failed.
        supervisor.refuse_dead()
        raise
    finally:
        supervisor.stop_all()


@contextmanager
def stop_signals() -> Iterator[threading.Event]:
    """An event that Ctrl-C, SIGTERM and a closed terminal set, while the context lasts."""
    stopping = threading.Event()
    signals = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, lambda *_: stopping.set()) for number in signals}
    try:
        yield stopping
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def run_to_end(command: tuple[str, ...], folder: Path, *, stopping: threading.Event) -> int:
    """Runs an install command in the terminal's sight; ends it, with what it started, when asked to stop."""
    try:
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, start_new_session=True)
    except FileNotFoundError:
        raise LocalStackError(f"{command[0]} was not found; install it, then run this again.") from None
    while process.poll() is None:
        if stopping.wait(POLL_SECONDS):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise Stopped
    return process.returncode


def _obituary(running: RunningProgram) -> str:
    return (
        f"{running.program.name} ended by itself with status {running.exit_status}, so everything is stopped."
        f" Its last words, from {running.log}:\n{running.last_words()}"
    )
