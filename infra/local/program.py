"""One program of the stack: how it is started, how one knows that it is up, how it is stopped."""

import contextlib
import http.client
import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from infra.local.addresses import CHECKOUT, HOST

STOP_SECONDS = 15.0
FINISH_SECONDS = 120.0  # what is left half done would be lost: it gets its time on a slow machine


@dataclass(frozen=True)
class Program:
    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    is_healthy: Callable[[], bool]
    afterwards: tuple[str, ...] | None = None
    """Run to its end once the program has ended in any way: finishes what was left half done."""


@dataclass(frozen=True)
class RunningProgram:
    program: Program
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def exit_status(self) -> int | None:
        return self.process.poll()

    def last_words(self) -> str:
        return "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-15:])


def start(program: Program, *, logs: Path) -> RunningProgram:
    logs.mkdir(parents=True, exist_ok=True)
    log = logs / f"{program.name.replace(' ', '-')}.log"
    return RunningProgram(program, _launch(program.command, program.environment, log), log)


def stop(running: RunningProgram, *, seconds: float = STOP_SECONDS) -> None:
    """Asks gently (the emulator saves its state then), insists after that, and ends what it has started too."""
    with contextlib.suppress(ProcessLookupError):
        running.process.send_signal(signal.SIGTERM)
    _wait_or_kill(running.process, seconds)
    if running.program.afterwards:
        with running.log.open("ab") as log:
            log.write(b"-- finishing\n")
        _wait_or_kill(
            _launch(running.program.afterwards, running.program.environment, running.log, "ab"), FINISH_SECONDS
        )


def answers_http(port: int, path: str, *, status: int = 200) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == status
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _launch(
    command: tuple[str, ...], environment: Mapping[str, str], log: Path, mode: str = "wb"
) -> subprocess.Popen[bytes]:
    # A session of its own, so that Ctrl-C reaches the stack alone, which then stops each program in its turn.
    with log.open(mode) as output:
        return subprocess.Popen(
            (*_ending_with_us(), *command),
            cwd=CHECKOUT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            close_fds=False,  # the one thing to inherit is the data folder's lock: it lasts as long as any program
        )


def _ending_with_us() -> tuple[str, ...]:
    """On Linux, a stack that is killed outright takes its programs along, and gently: the emulator saves its state."""
    return ("setpriv", "--pdeathsig", "TERM", "--") if shutil.which("setpriv") else ()


def _wait_or_kill(process: subprocess.Popen[bytes], seconds: float) -> None:
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=seconds)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
