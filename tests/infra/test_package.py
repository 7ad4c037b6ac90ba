"""The Lambda zips: the same bytes twice, small enough, for the right machine, and all that the functions need."""

import json
import subprocess
import sysconfig
import zipfile
from pathlib import Path
from typing import Any

import pytest

from infra import entry
from infra.package import (
    CHECKOUT,
    MEGABYTE,
    PACKAGES,
    Built,
    PackageError,
    build,
    check_binaries,
    machine_arch,
    main,
    runtime_python,
    wanted_of,
    write_zip,
)

# What Lambda's Python brings along: the SDK and what it needs.
RUNTIME_BRINGS = ("boto3", "botocore", "s3transfer", "jmespath", "dateutil", "six.py", "urllib3")
WEB_STACK = {"fastapi", "starlette", "pydantic", "pydantic_core", "mangum", "jose", "cryptography"}
API_ENVIRONMENT = {
    "AWS_REGION": "eu-central-1",
    "AWS_DEFAULT_REGION": "eu-central-1",
    "TABLE_NAME": "baton",
    "USER_POOL_ID": "eu-central-1_pool",
    "USER_POOL_CLIENT_ID": "client",
    "PAGE_ORIGIN": "https://baton.example.com",
    "SIGNING_KEY": "0123456789abcdef0123456789abcdef",
    "WEBHOOK_QUEUE_URL": "https://queue.example.com",
    "API_DOCS": "on",
}
UNCHECKED_HASH = 1  # of a pyc's flags: by hash, and never compared with the source


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """As deployed: for arm64."""
    out = tmp_path_factory.mktemp("shipped")
    return {package.name: build(package, "arm64", out) for package in PACKAGES}


@pytest.fixture(scope="module")
def runnable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpacked as Lambda does, for this machine: a folder per zip, and `runtime` with what Lambda brings along."""
    place = tmp_path_factory.mktemp("runnable")
    for package in PACKAGES:
        zipfile.ZipFile(build(package, machine_arch(), place).path).extractall(place / package.name)
    (place / "runtime").mkdir()
    for name in RUNTIME_BRINGS:
        (place / "runtime" / name).symlink_to(Path(sysconfig.get_path("purelib")) / name)
    return place


def run(place: Path, zip_name: str, program: str, environment: dict[str, str] | None = None) -> Any:
    """In a process that sees the zip, the runtime's own packages and nothing else; gives what it prints as JSON."""
    paths = [str(place / zip_name), str(place / "runtime")]
    command = (runtime_python(), "-I", "-S", "-W", "ignore", "-c", f"import sys; sys.path[:0] = {paths}\n{program}")
    ended = subprocess.run(command, env=environment or {}, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout.splitlines()[-1])


def a_library(folder: Path, name: str, machine: int) -> None:
    (folder / name).write_bytes(b"\x7fELF" + bytes(14) + machine.to_bytes(2, "little"))


def test_a_library_for_another_machine_is_refused(tmp_path: Path) -> None:
    a_library(tmp_path, "_rust.abi3.so", 0x3E)
    check_binaries(tmp_path, "x86_64")
    with pytest.raises(PackageError, match=r"_rust\.abi3\.so is not a library for arm64"):
        check_binaries(tmp_path, "arm64")


def test_a_library_for_another_python_is_refused(tmp_path: Path) -> None:
    a_library(tmp_path, "core.cpython-312-aarch64-linux-gnu.so", 0xB7)
    with pytest.raises(PackageError, match=r"not for Python 3\.13"):
        check_binaries(tmp_path, "arm64")


def test_what_is_no_linux_library_is_refused(tmp_path: Path) -> None:
    (tmp_path / "core.so").write_bytes(b"\xcf\xfa\xed\xfe" + bytes(16))
    with pytest.raises(PackageError):
        check_binaries(tmp_path, "arm64")


def test_a_zip_that_has_outgrown_its_limit_fails_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("infra.package.MEGABYTE", 1024)
    with pytest.raises(SystemExit, match=r"api\.zip is larger than its 12 MB"):
        main(["--out", str(tmp_path)])
    assert "workers.zip" in capsys.readouterr().out  # the sizes are shown all the same


def test_an_unknown_architecture_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--arch", "sparc"])
    assert "arm64" in capsys.readouterr().err


def test_a_lock_that_does_not_resolve_says_which(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lock = "nothing==1.0 \\\n    --hash=sha256:" + "0" * 64 + "\n"
    monkeypatch.setattr("infra.package.wanted_of", lambda *_: lock)
    monkeypatch.setenv("UV_OFFLINE", "1")
    with pytest.raises(SystemExit, match=r"its lock requirements\.lock cannot be installed for arm64"):
        main(["--out", str(tmp_path)])


def test_a_lock_keeps_the_hashes_of_what_stays() -> None:
    lock = "boto3==1 \\\n    --hash=sha256:1\nfastapi==2 \\\n    --hash=sha256:2\n"
    assert wanted_of(lock, frozenset({"boto3"})) == "fastapi==2 \\\n    --hash=sha256:2\n"


def test_two_builds_are_the_same_bytes(shipped: dict[str, Built], tmp_path: Path) -> None:
    for name, first in shipped.items():
        again = build(first.package, "arm64", tmp_path / name)
        assert again.path.read_bytes() == first.path.read_bytes(), name


def test_the_order_and_the_time_of_files_do_not_matter(tmp_path: Path) -> None:
    made, names = [], [f"{number:02}" for number in range(30)]  # so many that no folder has them in order by chance
    for names_made in (names, names[::-1]):
        folder = tmp_path / f"from-{names_made[0]}"
        folder.mkdir()
        for name in names_made:
            (folder / name).write_text(name)
        made.append(write_zip(folder, tmp_path / f"{folder.name}.zip").read_bytes())
    assert made[0] == made[1]
    assert zipfile.ZipFile(tmp_path / "from-00.zip").namelist() == names


@pytest.mark.parametrize(("name", "megabytes"), [("api", 12), ("workers", 6)])
def test_a_zip_is_no_larger_than_its_limit(shipped: dict[str, Built], name: str, megabytes: int) -> None:
    assert shipped[name].package.limit == megabytes
    assert shipped[name].zipped <= megabytes * MEGABYTE


def test_the_sdk_is_left_to_the_runtime(shipped: dict[str, Built]) -> None:
    for built in shipped.values():
        assert top_names(built).isdisjoint({"boto3", "botocore", "s3transfer", "jmespath", "dateutil", "urllib3"})


def test_workers_have_no_web_stack(shipped: dict[str, Built]) -> None:
    names = zipfile.ZipFile(shipped["workers"].path).namelist()
    assert top_names(shipped["workers"]).isdisjoint(WEB_STACK)
    assert not [name for name in names if name.startswith(("app/api/", "app/main"))]


def test_all_code_is_compiled_and_never_compared_with_its_source(shipped: dict[str, Built]) -> None:
    for built in shipped.values():
        archive = zipfile.ZipFile(built.path)
        names = set(archive.namelist())
        compiled = [name for name in names if name.endswith(".pyc")]
        assert {pyc_of(name) for name in names if name.endswith(".py")} == set(compiled)
        assert {int.from_bytes(archive.read(name)[4:8], "little") for name in compiled} == {UNCHECKED_HASH}


def test_the_packaged_api_answers_a_gateway_event(runnable: Path) -> None:
    for path, status in (("/api/v1/health", 200), ("/openapi.json", 200), ("/docs", 200), ("/api/v1/tasks", 401)):
        event = gateway_event(path)
        program = f"import json; from app.main import handler; print(json.dumps(handler({event!r}, None)))"
        answer = run(runnable, "api", program, API_ENVIRONMENT)
        assert answer["statusCode"] == status, answer


def test_every_packaged_worker_starts(runnable: Path) -> None:
    workers = sorted(path.stem for path in (CHECKOUT / "workers").glob("*.py") if "def handler(" in path.read_text())
    assert "send_emails" in workers
    program = f"""
import importlib, json
print(json.dumps([callable(importlib.import_module("workers." + name).handler) for name in {workers!r}]))"""
    assert run(runnable, "workers", program) == [True] * len(workers)


def test_the_packaged_workers_have_every_template(runnable: Path) -> None:
    sources = {path.name for path in (CHECKOUT / "workers" / "templates").iterdir()}
    program = """
import json
from jinja2 import PackageLoader
print(json.dumps(PackageLoader("workers").list_templates()))"""
    assert set(run(runnable, "workers", program)) == sources


def test_the_lambda_image_starts_as_the_zip_does() -> None:
    image = (CHECKOUT / "Dockerfile").read_text().partition(" AS lambda\n")[2].partition("\nFROM ")[0]
    assert {"COPY infra/entry.py ./", "ENV FUNCTION_MODULE=app.main", 'CMD ["entry.handler"]'} <= set(
        image.splitlines()
    )
    assert "!infra/entry.py" in (CHECKOUT / ".dockerignore").read_text().splitlines()


def test_the_signing_key_comes_from_its_parameter() -> None:
    class Ssm:
        def get_parameter(self, **arguments: Any) -> Any:
            assert arguments == {"Name": "/baton/signing-key", "WithDecryption": True}
            return {"Parameter": {"Value": "the key"}}

    environment = {"SIGNING_KEY_PARAMETER": "/baton/signing-key"}
    entry.fetch_signing_key(environment, Ssm())
    assert environment["SIGNING_KEY"] == "the key"


def test_an_entry_gives_nothing_but_the_handler() -> None:
    with pytest.raises(AttributeError):
        entry.other  # noqa: B018


def top_names(built: Built) -> set[str]:
    return {name.partition("/")[0] for name in zipfile.ZipFile(built.path).namelist()}


def pyc_of(source: str) -> str:
    folder, _, name = source.rpartition("/")
    return f"{folder}/__pycache__/{name[:-3]}.cpython-313.pyc".lstrip("/")


def gateway_event(path: str) -> dict[str, Any]:
    return {
        "resource": "/{proxy+}",
        "path": path,
        "httpMethod": "GET",
        "headers": {"Host": "api.example.com"},
        "multiValueHeaders": {"Host": ["api.example.com"]},
        "queryStringParameters": None,
        "multiValueQueryStringParameters": None,
        "requestContext": {"path": f"/live{path}", "stage": "live", "requestId": "1", "identity": {"sourceIp": "::1"}},
        "body": None,
        "isBase64Encoded": False,
    }
