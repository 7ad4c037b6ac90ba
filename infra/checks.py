"""All checks of the infrastructure, with one command: python -m infra.checks.

Terraform must be installed; what else it takes is installed from requirements-checks.lock into .venv-infra.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from infra.terraform_command import TERRAFORM, Terraform, TerraformMissing, folders

CHECKOUT = Path(__file__).parents[1]
LOCK = Path(__file__).with_name("requirements-checks.lock")
TOOLS = CHECKOUT / ".venv-infra"
WORKFLOWS = CHECKOUT / ".github" / "workflows"
SCRIPTS = (CHECKOUT / ".ci" / "run", *sorted(TERRAFORM.glob("*.sh")))


class CheckFailed(Exception):
    """The text is what the check said."""


@dataclass(frozen=True)
class Check:
    name: str
    run: Callable[[], object]
    """Raises CheckFailed or TerraformMissing."""


def main(arguments: Sequence[str] | None = None) -> None:
    options = _parser().parse_args(arguments)
    try:
        terraform = Terraform.find()
        checks = [check for check in _all_checks(terraform) if all(word in check.name for word in options.words)]
        if not checks:
            sys.exit("checks: no check has such a name; --list shows them.")
        if options.list:
            print("\n".join(check.name for check in checks))
            return
        _install_tools()
    except (TerraformMissing, CheckFailed) as error:
        sys.exit(f"checks: {error}")
    # Side by side, as many as there are processors: each is a program of its own.
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        passed = sum(threads.map(_passes, checks))
    print(f"{passed} passed, {len(checks) - passed} failed")
    sys.exit(passed < len(checks))


def _all_checks(terraform: Terraform) -> list[Check]:
    fmt = partial(_terraform, terraform, TERRAFORM, "fmt", "-check", "-recursive", "-diff")
    return [Check("terraform fmt", fmt), *_folder_checks(terraform), *_tool_checks()]


def _folder_checks(terraform: Terraform) -> Iterable[Check]:
    for folder in folders():
        has_tests = (folder / "tests").is_dir()
        words = "validate, test" if has_tests else "validate"
        name = f"terraform {words} {folder.relative_to(TERRAFORM)}"
        yield Check(name, partial(_check_folder, terraform, folder, has_tests=has_tests))


def _tool_checks() -> list[Check]:
    infrastructure = ("-d", str(TERRAFORM), "--framework", "terraform", "--quiet", "--compact", "--skip-download")
    return [
        Check("checkov", partial(_tool, "checkov", *infrastructure, "--skip-path", r"\.terraform/")),
        Check("actionlint", partial(_tool, "actionlint", *map(str, sorted(WORKFLOWS.glob("*.yml"))))),
        Check("zizmor", partial(_tool, "zizmor", "--offline", "--quiet", str(WORKFLOWS))),
        Check("shellcheck", partial(_tool, "shellcheck", *map(str, SCRIPTS))),
        Check("hadolint", partial(_tool, "hadolint", "Dockerfile")),
    ]


def _passes(check: Check) -> bool:
    started = time.monotonic()
    try:
        check.run()
        said = ""
    except (CheckFailed, TerraformMissing) as error:
        said = f"\n{error}"
    seconds = time.monotonic() - started
    print(f"{'FAIL' if said else 'ok':<6}{seconds:>6.1f} s  {check.name}{said}", flush=True)
    return not said


def _check_folder(terraform: Terraform, folder: Path, *, has_tests: bool) -> None:
    terraform.init(folder)
    _terraform(terraform, folder, "validate", "-no-color")
    if has_tests:
        _terraform(terraform, folder, "test", "-no-color")


def _terraform(terraform: Terraform, folder: Path, *arguments: str) -> None:
    ended = terraform.run(folder, *arguments)
    if ended.returncode:
        raise CheckFailed(f"{ended.stdout}{ended.stderr}".strip())


def _tool(name: str, *arguments: str) -> None:
    """actionlint looks for shellcheck on the path, to check the scripts in workflows too."""
    path = os.pathsep.join((str(TOOLS / "bin"), os.environ.get("PATH", "")))
    _run(str(TOOLS / "bin" / name), *arguments, environment={**os.environ, "PATH": path})


def _install_tools() -> None:
    """Anew when the lock is newer than what is there. Raises CheckFailed."""
    stamp = TOOLS / "installed"
    if stamp.exists() and stamp.stat().st_mtime >= LOCK.stat().st_mtime:
        return
    print("Installing what checks the infrastructure ...", flush=True)
    python = str(TOOLS / "bin" / "python")
    _run(sys.executable, "-m", "venv", "--clear", str(TOOLS))
    _run(python, "-m", "pip", "install", "--quiet", "--require-hashes", "--requirement", str(LOCK))
    stamp.touch()


def _run(*command: str, environment: dict[str, str] | None = None) -> None:
    ended = subprocess.run(  # noqa: S603
        command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=False
    )
    if ended.returncode:
        raise CheckFailed(f"{ended.stdout}{ended.stderr}".strip() or f"{command[0]} ended with {ended.returncode}.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m infra.checks",
        description="Check the infrastructure: Terraform, workflows, scripts and the Dockerfile.",
        epilog="environment:\n  TF_PLUGIN_DIR  local mirror of Terraform's providers (they come from its registry)",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("words", nargs="*", metavar="WORD", help="only checks whose name has all these words")
    parser.add_argument("--list", action="store_true", help="name the checks and run none")
    return parser


if __name__ == "__main__":
    main()
