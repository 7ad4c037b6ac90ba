"""Strangers are told to sign in, whatever else is wrong with what they send."""

import pytest
from fastapi import APIRouter
from pydantic import BaseModel

from app.api.application import create_app
from tests.api_client import ApiClient, is_problem
from tests.team import SETTINGS, Team
from tests.tokens import KeySource

JSON = {"Content-Type": "application/json"}
UNREADABLE = [b"{", b"\xff\xfe", b"[" * 100_000]


@pytest.mark.parametrize("content", UNREADABLE, ids=["cut off", "no text", "too deep"])
def test_a_stranger_with_a_body_that_cannot_be_read_is_told_to_sign_in(content: bytes, team: Team) -> None:
    for client in (team.anonymous, team.bearing("forged")):
        answer = client.post("/tasks", content=content, headers=JSON)
        assert is_problem(answer, 401)
        assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("content", UNREADABLE, ids=["cut off", "no text", "too deep"])
def test_whoever_is_signed_in_is_told_what_is_wrong(content: bytes, member: ApiClient) -> None:
    answer = member.post("/tasks", content=content, headers=JSON)
    assert answer.status_code in (400, 422)
    assert is_problem(answer, answer.status_code)


def test_nobody_is_judged_while_no_token_can_be_checked(key_source: KeySource, member: ApiClient) -> None:
    key_source.is_out = True
    assert is_problem(member.post("/tasks", content=b"{", headers=JSON), 503)


def test_a_public_route_asks_nobody_to_sign_in(team: Team) -> None:
    router = APIRouter()

    class Greeting(BaseModel):
        text: str

    @router.post("/api/v1/greetings")
    def greet(body: Greeting) -> None:
        raise AssertionError

    app = create_app(SETTINGS, team.wiring)
    app.include_router(router)
    answer = ApiClient(app).post("/greetings", content=b"{", headers=JSON)
    assert is_problem(answer, 422)


def test_a_method_that_an_address_does_not_take_is_told_to_strangers_too(team: Team) -> None:
    assert is_problem(team.anonymous.request("PUT", "/tasks"), 405)
