"""The Lambda zips: python -m infra.package writes dist/api.zip and dist/workers.zip, the same bytes from the same code.

Left out is the AWS SDK with what only the SDK needs: Lambda's Python brings boto3 and all that it depends on.
"""

import argparse
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
RUNTIME_PYTHON = "3.13"
ARCHITECTURE = "arm64"  # of the functions, unless Terraform is told otherwise
SDK = frozenset({"boto3", "botocore", "s3transfer", "jmespath", "python-dateutil", "urllib3"})
# Lambda's wheels, and the number by which an ELF file names its machine.
PLATFORMS = {"arm64": ("aarch64-manylinux_2_28", 0xB7), "x86_64": ("x86_64-manylinux_2_28", 0x3E)}
LEAST_TIME = (1980, 1, 1, 0, 0, 0)  # a zip knows no earlier one
MEGABYTE = 1024 * 1024
# What installers write about the installation, commands, tests, and what cffi compiles with: nothing a function runs.
CHAFF = (
    *("*.dist-info/RECORD", "*.dist-info/INSTALLER", "*.dist-info/REQUESTED", "*.dist-info/uv_*", ".lock"),
    *("bin", "*/tests", "*/test_*.py", "cffi"),
)
COMPILE = """
import compileall, py_compile, sys
done = compileall.compile_dir(sys.argv[1], quiet=1, stripdir=sys.argv[1], prependdir="/var/task", force=True,
                              invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
sys.exit(not done)
"""


class PackageError(Exception):
    """The zips cannot be made; the text says what to do."""


@dataclass(frozen=True)
class Package:
    name: str
    lock: str
    folders: tuple[str, ...]
    not_ours: frozenset[str]
    """Files and folders that another function's zip has."""
    not_theirs: frozenset[str]
    """Distributions of the lock that the function does without."""
    limit: int
    """In megabytes, zipped."""


@dataclass(frozen=True)
class Built:
    package: Package
    path: Path
    unzipped: int
    seconds: float

    @property
    def zipped(self) -> int:
        return self.path.stat().st_size


PACKAGES = (
    # fractional-indexing asks for setuptools, cffi for pycparser; neither is imported.
    Package("api", "requirements.lock", ("app",), frozenset(), SDK | {"setuptools", "pycparser"}, limit=12),
    Package("workers", "requirements-workers.lock", ("app", "workers"), frozenset({"app/api", "app/main.py"}),
            SDK | {"six"}, limit=6),
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> None:
    options = _parser().parse_args(arguments)
    try:
        built = [build(package, options.arch, options.out) for package in PACKAGES]
        print(_table(built, options.arch))
        _check_sizes(built)
    except PackageError as error:
        sys.exit(f"package: {error}")


def build(package: Package, arch: str, out: Path) -> Built:
    """Raises PackageError."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        task = Path(folder) / "task"
        _say(package, "installing its lock")
        _install(package, arch, task)
        _copy_sources(package, task)
        check_binaries(task, arch)
        _say(package, "compiling")
        _compile(task)
        _say(package, "zipping")
        out.mkdir(parents=True, exist_ok=True)
        path = write_zip(task, out / f"{package.name}.zip")
        unzipped = sum(file.stat().st_size for file in _files(task))
    return Built(package, path, unzipped, time.monotonic() - started)


def machine_arch() -> str:
    """Whose zips run on this machine."""
    return "arm64" if platform.machine() in ("aarch64", "arm64") else "x86_64"


def check_binaries(task: Path, arch: str) -> None:
    """Raises PackageError: a library for another machine or Python only fails when the function starts."""
    machine = PLATFORMS[arch][1]
    for library in sorted(task.rglob("*.so")):
        header = library.read_bytes()[:20]
        name = library.relative_to(task)
        if header[:4] != b"\x7fELF" or int.from_bytes(header[18:20], "little") != machine:
            raise PackageError(f"{name} is not a library for {arch}.")
        if "cpython-" in library.name and f"cpython-{RUNTIME_PYTHON.replace('.', '')}-" not in library.name:
            raise PackageError(f"{name} is not for Python {RUNTIME_PYTHON}.")


def write_zip(task: Path, path: Path) -> Path:
    """Sorted, with one time and one mode for all: the same files make the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in _files(task):
            entry = zipfile.ZipInfo(file.relative_to(task).as_posix(), LEAST_TIME)
            entry.external_attr = 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, file.read_bytes())
    return path


def wanted_of(lock: str, not_wanted: frozenset[str]) -> str:
    """The lock's entries, hashes and all, but for some distributions."""
    entries = re.split(r"^(?=[a-zA-Z0-9])", lock, flags=re.MULTILINE)
    return "".join(entry for entry in entries if entry.partition("==")[0] not in not_wanted)


def runtime_python() -> str:
    if sys.version_info[:2] == tuple(map(int, RUNTIME_PYTHON.split("."))):
        return sys.executable
    find = (sys.executable, "-m", "uv", "python", "find", "--no-python-downloads", "--system", RUNTIME_PYTHON)
    found = subprocess.run(find, capture_output=True, text=True, check=False)  # noqa: S603
    if found.returncode:
        raise PackageError(
            f"Python {RUNTIME_PYTHON} is needed to make bytecode for Lambda; install it beside this one."
        )
    return found.stdout.strip()


def _install(package: Package, arch: str, task: Path) -> None:
    requirements = task.with_name("requirements.txt")
    requirements.write_text(wanted_of((CHECKOUT / package.lock).read_text(), package.not_theirs))
    _run(
        f"its lock {package.lock} cannot be installed for {arch}",
        *(sys.executable, "-m", "uv", "pip", "install", "--quiet", "--system-certs", "--target", str(task)),
        *("--python-platform", PLATFORMS[arch][0], "--python-version", RUNTIME_PYTHON, "--only-binary", ":all:"),
        *("--no-deps", "--require-hashes", "--link-mode", "copy", "--requirement", str(requirements)),
    )
    for pattern in CHAFF:
        for chaff in task.glob(pattern):
            shutil.rmtree(chaff) if chaff.is_dir() else chaff.unlink()


def _copy_sources(package: Package, task: Path) -> None:
    def ignored(folder: str, names: list[str]) -> list[str]:
        inside = Path(folder).relative_to(CHECKOUT).as_posix()
        return [name for name in names if name == "__pycache__" or f"{inside}/{name}" in package.not_ours]

    for folder in package.folders:
        shutil.copytree(CHECKOUT / folder, task / folder, ignore=ignored)
    shutil.copy(CHECKOUT / "infra" / "entry.py", task)


def _compile(task: Path) -> None:
    """Code in a zip cannot keep what Lambda compiles: without bytecode each cold start would compile all anew."""
    # One process and one seed for hashes: bytecode holds sets in the order that they happen to have.
    _run("bytecode cannot be made", "env", "PYTHONHASHSEED=0", runtime_python(), "-c", COMPILE, str(task))


def _run(failure: str, *command: str) -> None:
    ended = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if ended.returncode:
        raise PackageError(f"{failure}:\n{ended.stdout}{ended.stderr}".rstrip())


def _files(task: Path) -> Iterator[Path]:
    yield from sorted(file for file in task.rglob("*") if file.is_file())


def _check_sizes(built: Sequence[Built]) -> None:
    for each in built:
        if each.zipped > each.package.limit * MEGABYTE:
            raise PackageError(
                f"{each.path.name} is larger than its {each.package.limit} MB: what came in that need not?"
            )


def _table(built: Sequence[Built], arch: str) -> str:
    rows = [f"{'zip':<14}{'for':<8}{'zipped':>9}{'limit':>8}{'unzipped':>10}{'took':>8}"]
    for each in built:
        sizes = f"{each.zipped / MEGABYTE:>6.1f} MB{each.package.limit:>5} MB{each.unzipped / MEGABYTE:>7.1f} MB"
        rows.append(f"{each.path.name:<14}{arch:<8}{sizes}{each.seconds:>6.1f} s")
    return "\n".join(rows)


def _say(package: Package, what: str) -> None:
    print(f"{package.name}: {what} ...", flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m infra.package", description="Make the zips that Lambda runs.")
    parser.add_argument("--arch", choices=sorted(PLATFORMS), default=ARCHITECTURE, help="of the functions (arm64)")
    parser.add_argument("--out", type=Path, default=CHECKOUT / "dist", help="folder for the zips (dist)")
    return parser


if __name__ == "__main__":
    main()
