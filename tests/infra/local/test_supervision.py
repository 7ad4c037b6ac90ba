"""The programs live and die together, whatever ends them."""

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from infra.local.errors import LocalStackError
from infra.local.program import Program
from infra.local.supervision import Stopped, run_to_end, stop_signals, supervised

LASTING = "import time; time.sleep(60)"


def program(name: str, code: str, *, healthy: bool = True) -> Program:
    return Program(name, (sys.executable, "-c", code), {}, lambda: healthy)


def run(*programs: Program, logs: Path, stopping: threading.Event | None = None) -> None:
    """Starts programs one after the other and watches them until something ends that."""
    with supervised(logs=logs, stopping=stopping or threading.Event()) as supervisor:
        for one in programs:
            supervisor.start(one)
        supervisor.watch()


def test_a_program_that_ends_by_itself_is_named_with_its_last_words(tmp_path: Path) -> None:
    dying = program("the cook", "import sys; print('out of gas'); sys.exit(3)")

    with pytest.raises(LocalStackError, match=r"the cook ended by itself with status 3(.|\n)*out of gas"):
        run(dying, logs=tmp_path)


def test_when_one_dies_the_others_are_stopped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = tmp_path / "note"
    waiter = f"""
import pathlib, signal, sys, time
def leave(*_): pathlib.Path({str(note)!r}).write_text('stopped'); sys.exit(0)
signal.signal(signal.SIGTERM, leave)
pathlib.Path({str(note)!r}).write_text('up')
time.sleep(60)
"""
    up = Program("the waiter", (sys.executable, "-c", waiter), {}, note.exists)

    with pytest.raises(LocalStackError, match="the cook"):
        run(up, program("the cook", "pass"), logs=tmp_path)

    assert note.read_text() == "stopped"
    assert "Stopping" in capsys.readouterr().out


def test_a_program_that_dies_before_it_answers_is_not_waited_for(tmp_path: Path) -> None:
    with pytest.raises(LocalStackError, match="the cook ended"):
        run(program("the cook", "pass", healthy=False), logs=tmp_path)


def test_who_calls_a_program_that_died_learns_that_it_died(tmp_path: Path) -> None:
    def call_the_dead() -> None:
        with supervised(logs=tmp_path, stopping=threading.Event()) as supervisor:
            supervisor.start(program("the cook", "pass"))
            os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
            raise ConnectionRefusedError("nobody there")

    with pytest.raises(LocalStackError, match="the cook ended by itself"):
        call_the_dead()


def test_a_stop_is_heeded_while_a_program_comes_up(tmp_path: Path) -> None:
    stopping = threading.Event()
    stopping.set()

    with pytest.raises(Stopped):
        run(program("the cook", LASTING, healthy=False), logs=tmp_path, stopping=stopping)


def test_the_last_started_is_the_first_to_stop(tmp_path: Path) -> None:
    order = tmp_path / "order"
    code = """
import pathlib, signal, sys, time
name, order = sys.argv[1:]
def leave(*_):
    with open(order, 'a') as file: file.write(name)
    sys.exit(0)
signal.signal(signal.SIGTERM, leave)
pathlib.Path(order + name).touch()
time.sleep(60)
"""

    def named(name: str) -> Program:
        up = Path(f"{order}{name}")
        return Program(name, (sys.executable, "-c", code, name, str(order)), {}, up.exists)

    with supervised(logs=tmp_path, stopping=threading.Event()) as supervisor:
        supervisor.start(named("a"), named("b"))
        supervisor.start(named("c"))

    assert order.read_text() == "cba"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_signals_ask_for_a_stop_and_nothing_more(number: signal.Signals) -> None:
    before = signal.getsignal(number)

    with stop_signals() as stopping:
        os.kill(os.getpid(), number)
        assert stopping.wait(5)

    assert signal.getsignal(number) is before


def test_an_install_command_ends_with_its_status(tmp_path: Path) -> None:
    command = (sys.executable, "-c", "import sys; sys.exit(4)")

    assert run_to_end(command, tmp_path, stopping=threading.Event()) == 4


def test_an_install_command_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(LocalStackError, match="absent-program was not found"):
        run_to_end(("absent-program",), tmp_path, stopping=threading.Event())


def test_an_install_command_is_ended_by_a_stop(tmp_path: Path) -> None:
    stopping = threading.Event()
    stopping.set()
    began = time.monotonic()

    with pytest.raises(Stopped):
        run_to_end((sys.executable, "-c", LASTING), tmp_path, stopping=stopping)

    assert time.monotonic() - began < 30
