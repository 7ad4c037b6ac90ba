"""The API on uvicorn over DynamoDB Local, as a process of its own, with a team and its tasks in the table."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from app.domain.people import Role, User
from app.domain.projects import general_project
from app.domain.tasks import Task
from app.repositories.people import PeopleRepository
from app.repositories.projects import ProjectRepository
from tests import factories as make
from tests.bench.filling import fill
from tests.bench.progress import tell
from tests.bench.tables import new_tables
from tests.conftest import REGION, Table
from tests.e2e.waiting import wait_until
from tests.free_port import free_port
from tests.tokens import CLIENT_ID, POOL_ID, Signer

CHECKOUT = Path(__file__).parents[2]
TASKS = 1000


@dataclass(frozen=True)
class ServedApi:
    url: str
    process_id: int
    admin_token: str
    tasks: list[Task]

    @property
    def resident_megabytes(self) -> float:
        command = ("ps", "-o", "rss=", "-p", str(self.process_id))
        return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout) / 1024


@contextmanager
def served_api() -> Iterator[ServedApi]:
    signer, admin = Signer.new("bench"), make.user(role=Role.ADMIN)
    token = signer.token(admin.id, admin.role)
    with new_tables() as new_table, tempfile.TemporaryDirectory() as folder:
        table = new_table()
        tasks = _furnish(table, admin)
        keys = Path(folder) / "jwks.json"
        keys.write_text(json.dumps({"keys": [signer.jwk()]}))
        port = free_port()
        command = (sys.executable, "-m", "uvicorn", "app.main:app", f"--port={port}", "--log-level=warning")
        process = subprocess.Popen(command, cwd=CHECKOUT, env=_environment(table, keys))
        try:
            url = f"http://127.0.0.1:{port}/api/v1"
            wait_until(lambda: _answers(url), "uvicorn answers")
            yield ServedApi(url, process.pid, token, tasks)
        finally:
            process.terminate()
            process.wait(10)


def _furnish(table: Table, admin: User) -> list[Task]:
    people = PeopleRepository(table.client, table.name)
    people.register(admin)
    ProjectRepository(table.client, table.name).create(general_project(make.NOW))
    members = [make.user(), make.user()]
    for member in members:
        people.register(member)
    return fill(table, TASKS, members, tell)


def _environment(table: Table, keys: Path) -> dict[str, str]:
    return {
        **os.environ,
        "AWS_REGION": REGION,
        "AWS_ENDPOINT_URL_DYNAMODB": table.client.meta.endpoint_url,
        "TABLE_NAME": table.name,
        "USER_POOL_ID": POOL_ID,
        "USER_POOL_CLIENT_ID": CLIENT_ID,
        "JWKS_URL": keys.as_uri(),
        "PAGE_ORIGIN": "https://baton.example.com",
        "SIGNING_KEY": "thirty-two characters of a secret",
        "WEBHOOK_QUEUE_URL": "https://queue.example.com/webhooks",
    }


def _answers(url: str) -> bool:
    try:
        return httpx.get(f"{url}/health").is_success
    except httpx.TransportError:
        return False
