"""The versions of Node and Java that the stack's programs need, and one clear line when they are not here."""

import re
import subprocess

from infra.local.errors import LocalStackError

OLDEST_NODE = (20, 19)
OLDEST_JAVA = (17,)


def require_node(program: str = "node") -> None:
    _require(
        (program, "--version"),
        OLDEST_NODE,
        needed_for="Baton builds its page and shows mail with Node",
        advice="Install the current LTS release of Node, then run this again",
    )


def require_java(program: str = "java") -> None:
    _require(
        (program, "-version"),
        OLDEST_JAVA,
        needed_for="STORE=dynamodb-local runs on Java",
        advice="Install a Java runtime (Debian: apt-get install default-jre-headless), or leave STORE out",
    )


def _require(command: tuple[str, ...], oldest: tuple[int, ...], *, needed_for: str, advice: str) -> None:
    found = _version(command)
    if found is None or found < oldest:
        here = "none was found" if found is None else f"this is {_spelt(found)}"
        raise LocalStackError(f"{needed_for} {_spelt(oldest)} or newer; {here}. {advice}.")


def _version(command: tuple[str, ...]) -> tuple[int, ...] | None:
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    numbers = re.search(r"(\d+)(?:\.(\d+))?", answer.stdout + answer.stderr)
    return tuple(int(part) for part in numbers.groups(default="0")) if numbers else None


def _spelt(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)
