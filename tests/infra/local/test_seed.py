"""The first start's people and tasks: made through the API, once, and a refusal is passed on in its own words."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from infra.local.errors import LocalStackError
from infra.local.seed import Api, seed_once
from infra.local.user_pool import UserPool

if TYPE_CHECKING:
    from mypy_boto3_cognito_idp import CognitoIdentityProviderClient


class Echo(BaseHTTPRequestHandler):
    """Answers with what it was asked; refuses what lies below /api/v1/refused."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        asked = {"path": self.path, "body": json.loads(body), "token": self.headers["Authorization"]}
        self.send_response(500 if "refused" in self.path else 201)
        self.end_headers()
        self.wfile.write(json.dumps(asked).encode())

    def log_message(self, *_: object) -> None:
        """Nothing: the test's output is the test's."""


@pytest.fixture
def api() -> Iterator[Api]:
    server = HTTPServer(("127.0.0.1", 0), Echo)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Api(f"http://127.0.0.1:{server.server_port}", "token")
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_refusal_of_the_api_is_passed_on(api: Api) -> None:
    with pytest.raises(LocalStackError, match=r"The API answered POST /refused with 500: .*title"):
        api.post("/refused", {"title": "Task"})


def test_a_request_carries_token_and_body(api: Api) -> None:
    assert api.post("/tasks", {"title": "Täsk"}) == {
        "path": "/api/v1/tasks",
        "body": {"title": "Täsk"},
        "token": "Bearer token",
    }


def test_what_was_seeded_is_not_seeded_again(tmp_path: Path) -> None:
    """Not even asked for: people and tasks that were removed stay removed."""
    (tmp_path / "seeded").touch()
    nobody = cast("CognitoIdentityProviderClient", None)

    seed_once(nobody, UserPool("pool", "client"), origin="http://nowhere", marker=tmp_path / "seeded")
