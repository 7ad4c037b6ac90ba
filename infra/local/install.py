"""Installs what the stack runs on: the emulator's virtual environment, the Node programs, the built page.

Each step is skipped while what it was made from is unchanged.
"""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from infra.local.addresses import CHECKOUT
from infra.local.errors import LocalStackError
from infra.local.stamps import Stamp, files_below, fingerprint
from infra.local.versions import require_node

LOCAL = Path(__file__).parent
NODE_PROGRAMS = LOCAL / "node_modules"
FRONTEND = CHECKOUT / "frontend"
BUILT_PAGE = FRONTEND / "dist"
EMULATOR_PYTHON = CHECKOUT / ".venv-emulator" / "bin" / "python"
# What a build of the page does not depend on.
NOT_SOURCES = frozenset({"node_modules", "dist", "e2e", "screenshots", "bench", "test-results", "playwright-report"})

Run = Callable[[tuple[str, ...], Path], int]
"""Runs a command in a folder to its end, its output going to the terminal; gives its exit status."""


@dataclass(frozen=True)
class Step:
    title: str
    folder: Path
    commands: tuple[tuple[str, ...], ...]
    product: Path
    stamp: Stamp


def install(run: Run) -> None:
    require_node()
    run_steps((emulator_step(), node_programs_step(), page_packages_step(), page_step()), run)


def run_steps(steps: Iterable[Step], run: Run) -> None:
    for step in steps:
        if not (step.product.exists() and step.stamp.is_current()):
            _make(step, run)


def _make(step: Step, run: Run) -> None:
    print(f"{step.title} ...", flush=True)
    step.stamp.remove()
    for command in step.commands:
        status = run(command, step.folder)
        if status != 0:
            spelt = " ".join(command)
            raise LocalStackError(
                f"{step.title} failed: `{spelt}` in {step.folder} ended with {status}; its last lines are above."
                " Mend what they name, then run this again."
            )
    step.stamp.write()


def emulator_step() -> Step:
    lock = LOCAL / "requirements-emulator.lock"
    folder = EMULATOR_PYTHON.parents[1]
    pip = (str(EMULATOR_PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--require-hashes")
    return Step(
        title="Installing the AWS emulator",
        folder=CHECKOUT,
        commands=((sys.executable, "-m", "venv", "--clear", str(folder)), (*pip, "-r", str(lock))),
        product=EMULATOR_PYTHON,
        stamp=Stamp(folder / "installed", fingerprint([lock], sys.version)),
    )


def node_programs_step() -> Step:
    return _npm_install("Installing mail and DynamoDB Local", LOCAL)


def page_packages_step() -> Step:
    return _npm_install("Installing what the page is built with", FRONTEND)


def page_step() -> Step:
    sources = files_below(FRONTEND, but=NOT_SOURCES)
    return Step(
        title="Building the page",
        folder=FRONTEND,
        commands=(("npm", "run", "build"),),
        product=BUILT_PAGE / "index.html",
        stamp=Stamp(FRONTEND / "node_modules" / ".page-built", fingerprint(sources)),
    )


def _npm_install(title: str, folder: Path) -> Step:
    lock = folder / "package-lock.json"
    # Two of maildev's packages ask for Node 22 and work on 20: only errors are worth showing.
    command = ("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")
    installed = folder / "node_modules"
    stamp = Stamp(installed / ".installed", fingerprint([lock]))
    return Step(title=title, folder=folder, commands=(command,), product=installed, stamp=stamp)
