"""One program: started with its output in a file, stopped gently, and ended with all that it started."""

import signal
import sys
import time
from pathlib import Path

import pytest

from infra.local.program import Program, RunningProgram, start, stop

GENTLE = """
import signal, sys, time
signal.signal(signal.SIGTERM, lambda *_: (print("saved", flush=True), sys.exit(0)))
print("up", flush=True)
time.sleep(60)
"""
DEAF = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("up", flush=True)
time.sleep(60)
"""
PARENT = """
import subprocess, time
child = subprocess.Popen(["sleep", "60"])
print("up", child.pid, flush=True)
time.sleep(60)
"""


def running(code: str, logs: Path, *, afterwards: str | None = None) -> RunningProgram:
    program = Program(
        name="the program",
        command=(sys.executable, "-c", code),
        environment={},
        is_healthy=lambda: True,
        afterwards=(sys.executable, "-c", afterwards) if afterwards else None,
    )
    started = start(program, logs=logs)
    wait_for(started, "up")
    return started


def wait_for(started: RunningProgram, word: str) -> str:
    deadline = time.monotonic() + 20
    while word not in started.last_words():
        if time.monotonic() > deadline:
            pytest.fail(f"{word!r} is not in the log: {started.last_words()}")
        time.sleep(0.02)
    return started.last_words()


def is_alive(process_id: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process_id}/stat").read_text().split()[2]
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_a_gentle_program_is_given_the_time_to_save(tmp_path: Path) -> None:
    started = running(GENTLE, tmp_path)

    stop(started)

    assert (started.exit_status, started.last_words()) == (0, "up\nsaved")


def test_a_deaf_program_is_ended_by_force(tmp_path: Path) -> None:
    started = running(DEAF, tmp_path)

    stop(started, seconds=0.2)

    assert started.exit_status == -signal.SIGKILL


def test_what_a_program_started_ends_with_it(tmp_path: Path) -> None:
    started = running(PARENT, tmp_path)
    child = int(started.last_words().split()[1])
    assert is_alive(child)

    stop(started)

    deadline = time.monotonic() + 10
    while is_alive(child) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not is_alive(child)


def test_a_program_that_died_is_still_finished(tmp_path: Path) -> None:
    started = running(PARENT, tmp_path, afterwards="print('finished')")
    started.process.kill()
    started.process.wait()

    stop(started)

    assert started.last_words().endswith("-- finishing\nfinished")


def test_the_log_is_named_after_the_program(tmp_path: Path) -> None:
    started = running(GENTLE, tmp_path / "logs")
    stop(started)

    assert started.log == tmp_path / "logs" / "the-program.log"
