"""The architecture: who may import whom, and the marks that every file bears."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
FOLDERS = ("app", "workers", "infra", "tests")
WEB_STACK = {"fastapi", "starlette", "pydantic", "mangum", "jose"}


def python_files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (CHECKOUT / folder).rglob("*.py") if is_ours(path))


def is_ours(path: Path) -> bool:
    return not any(part.startswith(".") or part == "node_modules" for part in path.relative_to(CHECKOUT).parts)


def name_of(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def docstring_of(path: Path) -> str:
    return ast.get_docstring(ast.parse(path.read_text()), clean=False) or ""


def test_nobody_imports_what_they_may_not() -> None:
    # A process of its own: import-linter's command line silences the loggers of the one it runs in.
    command = Path(sys.executable).with_name("lint-imports")
    ended = subprocess.run([command, "--no-cache"], cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout


@pytest.mark.parametrize(
    "worker", [path.stem for path in sorted((CHECKOUT / "workers").glob("*.py")) if "def handler(" in path.read_text()]
)
def test_a_worker_starts_without_the_web_stack(worker: str) -> None:
    program = f"import sys, workers.{worker}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    ended = subprocess.run([sys.executable, "-c", program], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    loaded = set(ended.stdout.split())
    assert "workers" in loaded
    assert loaded.isdisjoint(WEB_STACK)


def test_whoever_publishes_an_event_knows_no_channel() -> None:
    """A new one is a subscriber more: nothing that makes or publishes events changes for it."""
    program = "import sys, workers.publish_events; print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", program], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    loaded = ended.stdout.split()
    assert "app.domain.events" in loaded
    channels = ("email", "inbox", "webhook", "digest", "deliver", "outgoing")
    assert [name for name in loaded if name.startswith(("app.", "workers.")) and any(map(name.count, channels))] == []


def test_every_init_file_is_one_line_that_says_what_lives_there() -> None:
    offenders = [
        name_of(path)
        for path in python_files(*FOLDERS)
        if path.name == "__init__.py" and path.read_text() != f'"""{docstring_of(path)}"""\n'
    ]
    assert offenders == []


def test_every_file_opens_with_one_line_that_says_what_lives_there() -> None:
    offenders = [
        name_of(path)
        for path in python_files(*FOLDERS)
        if not path.read_text().startswith('"""') or not docstring_of(path).partition("\n")[0].endswith((".", ":"))
    ]
    assert offenders == []


def test_no_file_has_more_than_250_lines() -> None:
    offenders = [name_of(path) for path in python_files(*FOLDERS) if len(path.read_text().splitlines()) > 250]
    assert offenders == []


def test_every_module_has_a_test_file_of_its_name() -> None:
    untested = {
        name_of(path)
        for path in python_files("app", "workers")
        if path.name != "__init__.py" and not expected_test(path).exists()
    }
    assert untested == set()


def expected_test(path: Path) -> Path:
    """app/api/errors.py is tested by tests/api/test_errors.py, workers/emails.py by tests/workers/test_emails.py."""
    folders = [folder for folder in path.relative_to(CHECKOUT).parent.parts if folder != "app"]
    return CHECKOUT.joinpath("tests", *folders, f"test_{path.name}")
