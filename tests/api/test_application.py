"""The application as a whole: what browsers may do with it, and how it refuses what it has no route for."""

import pytest
from fastapi import APIRouter

from app.api.application import create_app
from tests.api_client import ApiClient, is_problem
from tests.team import SETTINGS, Team

PAGE = {"Origin": SETTINGS.page_origin}
ELSEWHERE = {"Origin": "https://evil.example.org"}


@pytest.fixture
def breaking(team: Team) -> ApiClient:
    """A client of an application one of whose routes breaks."""
    router = APIRouter()

    @router.get("/api/v1/breaks")
    def breaks() -> None:
        raise ZeroDivisionError

    app = create_app(SETTINGS, team.wiring)
    app.include_router(router)
    return ApiClient(app)


@pytest.mark.parametrize("origin", ["https://evil.example.org", "null", "http://baton.example.com", "*"])
def test_another_origin_may_read_nothing(origin: str, team: Team) -> None:
    answer = team.anonymous.get("/health", headers={"Origin": origin})
    assert "access-control-allow-origin" not in answer.headers
    assert answer.headers["vary"] == "Origin"


def test_another_origin_fails_its_preflight(team: Team) -> None:
    asked = {**ELSEWHERE, "Access-Control-Request-Method": "POST"}
    answer = team.anonymous.request("OPTIONS", "/tasks", headers=asked)
    assert answer.status_code == 400
    assert "access-control-allow-origin" not in answer.headers


def test_the_page_may_ask_for_all_that_it_sends(team: Team) -> None:
    asked = {
        **PAGE,
        "Access-Control-Request-Method": "PATCH",
        "Access-Control-Request-Headers": "authorization, content-type, if-match, idempotency-key",
    }
    answer = team.anonymous.request("OPTIONS", "/tasks/x/status", headers=asked)
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == SETTINGS.page_origin
    assert "PATCH" in answer.headers["access-control-allow-methods"]
    assert "access-control-allow-credentials" not in answer.headers


def test_the_page_may_read_versions_places_and_request_ids(team: Team) -> None:
    answer = team.anonymous.get("/health", headers=PAGE)
    assert answer.headers["access-control-allow-origin"] == SETTINGS.page_origin
    exposed = answer.headers["access-control-expose-headers"].lower().split(", ")
    assert {"etag", "location", "x-request-id"} <= set(exposed)


def test_the_page_may_read_a_server_error(breaking: ApiClient) -> None:
    answer = breaking.get("/breaks", headers=PAGE)
    assert is_problem(answer, 500)
    assert answer.headers["access-control-allow-origin"] == SETTINGS.page_origin


def test_the_page_may_read_a_refusal(team: Team) -> None:
    answer = team.anonymous.get("/users/me", headers=PAGE)
    assert is_problem(answer, 401)
    assert answer.headers["access-control-allow-origin"] == SETTINGS.page_origin


@pytest.mark.parametrize("path", ["/nowhere", "/tasks/", "/health/", "//health", "/TASKS", "/../docs/x"])
def test_an_address_that_is_none_is_a_problem(path: str, team: Team) -> None:
    assert is_problem(team.anonymous.get(path), 404)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_a_method_that_an_address_does_not_take_is_a_problem(method: str, team: Team) -> None:
    answer = team.anonymous.request(method, "/health")
    assert is_problem(answer, 405)
    assert answer.headers["allow"] == "GET"
