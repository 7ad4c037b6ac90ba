"""The command line: what is wrong is one line on the error output, and the rest is in the help."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.free_port import free_port

CHECKOUT = Path(__file__).parents[3]


def ask(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        (sys.executable, "-m", "infra.local", *arguments),
        cwd=CHECKOUT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_refusal_is_one_line_and_not_a_traceback() -> None:
    ended = ask("token", "admin", BATON_AWS_PORT="many")

    assert ended.returncode == 1
    assert ended.stderr.splitlines() == [
        "baton: BATON_AWS_PORT=many is not a port; set it to a number from 1 to 65535."
    ]


def test_a_token_needs_a_person() -> None:
    ended = ask("token")

    assert ended.returncode == 2
    assert "WHO" in ended.stderr


def test_the_help_names_every_command_and_every_variable() -> None:
    ended = ask("--help")

    assert ended.returncode == 0
    commands = ("run", "install", "token", "remind", "replay", "reset")
    for word in (*commands, "BATON_PORT", "BATON_DATA", "STORE", "TEAM_TIME_ZONE"):
        assert word in ended.stdout


@pytest.mark.parametrize("arguments", [("token", "admin"), ("remind",), ("replay", "failures"), ("replay", "parking")])
def test_what_needs_a_running_stack_says_so_in_one_line(arguments: tuple[str, ...]) -> None:
    ended = ask(*arguments, BATON_AWS_PORT=str(free_port()))

    assert ended.returncode == 1
    assert ended.stderr.splitlines() == ["baton: Baton is not running here; start it by `make run` first."]


def test_a_time_that_is_none_is_refused_in_one_line() -> None:
    ended = ask("remind", "--at", "tomorrow")

    assert ended.returncode == 1
    assert ended.stderr.splitlines() == ["baton: AT=tomorrow is no time; write AT=2026-11-24 or AT=2026-11-24T08:00."]


def test_a_time_zone_that_is_none_is_refused_in_one_line() -> None:
    ended = ask("remind", TEAM_TIME_ZONE="Mars/Olympus")

    assert ended.returncode == 1
    assert ended.stderr.startswith("baton: TEAM_TIME_ZONE must be an IANA time zone")
    assert ended.stderr.count("\n") == 1


def test_a_replay_has_to_say_of_what() -> None:
    ended = ask("replay")

    assert ended.returncode == 2
    assert "what" in ended.stderr


def test_an_empty_folder_is_reset_without_complaint(tmp_path: Path) -> None:
    ended = ask("reset", BATON_DATA=str(tmp_path / "data"))

    assert ended.returncode == 0
    assert "is empty" in ended.stdout
