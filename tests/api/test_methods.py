"""The methods that an address takes, as its refusal of another names them."""

import pytest

from tests import factories as make
from tests.api_client import is_problem
from tests.team import Team

ULID = make.new_ulid()


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/health", "GET"),
        ("/users/me", "GET, PATCH"),
        ("/tasks", "GET, POST"),
        (f"/tasks/{ULID}", "GET, PATCH, DELETE"),
        (f"/tasks/{ULID}/status", "PATCH"),
    ],
)
def test_a_refused_method_is_told_all_that_the_address_takes(path: str, allowed: str, team: Team) -> None:
    answer = team.anonymous.request("TRACE", path)
    assert is_problem(answer, 405)
    assert answer.headers["allow"] == allowed


def test_methods_are_told_below_a_stage_too(team: Team) -> None:
    async def staged(scope, receive, send) -> None:  # type: ignore[no-untyped-def]
        await team.app({**scope, "root_path": "/prod", "path": f"/prod{scope['path']}"}, receive, send)

    answer = type(team.anonymous)(staged).request("TRACE", "/users/me")
    assert answer.headers["allow"] == "GET, PATCH"
