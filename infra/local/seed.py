"""The first start: a first admin, a member, and a board to look at, all made through Cognito and the API."""

import json
import urllib.request
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError

from infra.local.errors import LocalStackError
from infra.local.people import DEMO_ADMIN, DEMO_PASSWORD, DEMO_PEOPLE, create_person
from infra.local.sample_tasks import SAMPLE_TASKS, SampleTask
from infra.local.sign_in import sign_in
from infra.local.user_pool import UserPool

if TYPE_CHECKING:
    from mypy_boto3_cognito_idp import CognitoIdentityProviderClient


@dataclass(frozen=True)
class Api:
    """The API as one signed-in person sees it."""

    origin: str
    token: str

    def get(self, path: str) -> Any:
        return self._send("GET", path, None)

    def post(self, path: str, body: dict[str, object]) -> Any:
        return self._send("POST", path, body)

    def patch(self, path: str, body: dict[str, object]) -> Any:
        return self._send("PATCH", path, body)

    def _send(self, method: str, path: str, body: dict[str, object] | None) -> Any:
        request = urllib.request.Request(  # noqa: S310  the origin is this machine's own
            f"{self.origin}/api/v1{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
                return json.load(answer)
        except HTTPError as refusal:
            told = refusal.read().decode(errors="replace")
            raise LocalStackError(f"The API answered {method} {path} with {refusal.code}: {told}") from None


def seed_once(cognito: "CognitoIdentityProviderClient", pool: UserPool, *, origin: str, marker: Path) -> None:
    """Does nothing once it has been done to the end, also when people or tasks were removed since."""
    if marker.exists():
        return
    print("Making the demo people and their board ...", flush=True)
    ids = {}
    for person in DEMO_PEOPLE:
        create_person(cognito, pool.id, person)
        token = sign_in(cognito, pool, email=person.email, password=DEMO_PASSWORD)
        # Asking who one is makes the profile: an account made by an admin has none yet.
        ids[person.nickname] = Api(origin, token).get("/users/me")["id"]
    admin = sign_in(cognito, pool, email=DEMO_ADMIN.email, password=DEMO_PASSWORD)
    _create_sample_tasks(Api(origin, admin), ids)
    marker.write_text("The demo people and tasks were made.\n", encoding="utf-8")


def _create_sample_tasks(admin: Api, ids: dict[str, str]) -> None:
    project_id = admin.get("/projects")["items"][0]["id"]
    listed = admin.get(f"/tasks?project={project_id}&limit=100")["items"]
    present = {task["title"] for task in listed}
    for sample in SAMPLE_TASKS:
        if sample.title not in present:
            _create(admin, sample, ids)


def _create(admin: Api, sample: SampleTask, ids: dict[str, str]) -> None:
    task = admin.post("/tasks", sample.as_request(ids, datetime.now(UTC).date()))
    for status in sample.steps:
        admin.patch(f"/tasks/{task['id']}/status", {"status": status})
