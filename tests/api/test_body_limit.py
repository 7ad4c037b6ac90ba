"""How large a request's body may be, whether or not it says so itself."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from app.api.body_limit import MAX_BODY_SIZE, BodyLimit
from tests.api_client import ApiClient, is_problem
from tests.team import SETTINGS, Team

JSON = {"Content-Type": "application/json"}
PAGE = {"Origin": SETTINGS.page_origin}


def body_of(size: int) -> bytes:
    """The JSON of a task, filled up with blanks."""
    return b'{"title": "x"}'.ljust(size)


async def in_pieces(body: bytes) -> AsyncIterator[bytes]:
    """Without a Content-Length, as httpx sends what is given to it piece by piece."""
    for start in range(0, len(body), 100_000):
        yield body[start : start + 100_000]


def test_a_body_that_says_it_is_too_large_is_refused_with_the_limit(admin: ApiClient) -> None:
    answer = admin.post("/tasks", content=body_of(MAX_BODY_SIZE + 1), headers=JSON)
    assert is_problem(answer, 413)
    assert "256 KB" in answer.json()["detail"]


def test_a_body_that_turns_out_too_large_is_refused_likewise(admin: ApiClient) -> None:
    answer = admin.post("/tasks", content=in_pieces(body_of(MAX_BODY_SIZE + 1)), headers=JSON)
    assert is_problem(answer, 413)
    assert "256 KB" in answer.json()["detail"]


@pytest.mark.parametrize("length", ["9" * 30, "9" * 5000, "-1", "many", ""])
def test_a_length_of_nonsense_breaks_nothing(length: str, admin: ApiClient) -> None:
    answer = admin.post("/tasks", content=body_of(MAX_BODY_SIZE + 1), headers={**JSON, "Content-Length": length})
    assert is_problem(answer, 413)


def test_a_length_too_large_is_refused_where_no_body_is_read(team: Team) -> None:
    for path in ("/health", "/nowhere"):
        answer = team.anonymous.request("GET", path, content=body_of(MAX_BODY_SIZE + 1))
        assert is_problem(answer, 413)


def test_the_page_may_read_that_its_body_is_too_large(team: Team) -> None:
    too_large = body_of(MAX_BODY_SIZE + 1)
    for content in (too_large, in_pieces(too_large)):
        answer = team.anonymous.post("/tasks", content=content, headers=JSON | PAGE)
        assert is_problem(answer, 413)
        assert answer.headers["access-control-allow-origin"] == SETTINGS.page_origin


def test_a_body_of_just_the_limit_is_taken(admin: ApiClient) -> None:
    largest = body_of(MAX_BODY_SIZE)
    for content in (largest, in_pieces(largest)):
        assert admin.post("/tasks", content=content, headers=JSON).status_code == 201


def test_what_is_no_request_passes_untouched() -> None:
    seen: list[Any] = []

    async def application(*passed: Any) -> None:
        seen.extend(passed)

    async def unused(*_: object) -> Any:
        raise AssertionError

    asyncio.run(BodyLimit(application)({"type": "lifespan"}, unused, unused))
    assert seen == [{"type": "lifespan"}, unused, unused]
