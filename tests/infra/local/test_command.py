"""The command line: what is wrong is one line on the error output, and the rest is in the help."""

import os
import subprocess
import sys
from pathlib import Path

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
    for word in ("run", "install", "token", "reset", "BATON_PORT", "BATON_DATA", "STORE"):
        assert word in ended.stdout


def test_an_empty_folder_is_reset_without_complaint(tmp_path: Path) -> None:
    ended = ask("reset", BATON_DATA=str(tmp_path / "data"))

    assert ended.returncode == 0
    assert "is empty" in ended.stdout
