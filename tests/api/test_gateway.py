"""API Gateway's events: each gets an answer that the gateway can pass on, stage and odd headers included."""

import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from app.api.gateway import Handler, gateway_handler
from app.domain.people import User
from tests.gateway_events import gateway_event, loop_of_a_lambda
from tests.team import SETTINGS, Team


@pytest.fixture(autouse=True)
def event_loop() -> Iterator[None]:
    with loop_of_a_lambda():
        yield


@pytest.fixture
def handler(team: Team) -> Handler:
    return gateway_handler(team.app)


@pytest.fixture
def as_admin(team: Team, ada: User) -> dict[str, str]:
    return dict(team.client(ada).headers)


def problem_of(answer: dict[str, Any], status: int) -> dict[str, Any]:
    assert answer["statusCode"] == status
    assert answer["headers"]["content-type"] == "application/problem+json"
    assert answer["isBase64Encoded"] is False
    problem: dict[str, Any] = json.loads(answer["body"])
    assert problem["status"] == status
    return problem


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-Port": "https"},
        {"X-Forwarded-Port": ""},
        {"Host": "a:b"},
        {"Host": "a:1:2"},
        {"Host": ":"},
        {"Host": "[::1]:443"},
    ],
)
def test_headers_of_nonsense_are_refused_in_the_one_shape(headers: dict[str, Any], handler: Handler) -> None:
    problem = problem_of(handler(gateway_event("GET", "/api/v1/health", headers=headers), None), 400)
    assert problem["requestId"] == "request-1"
    assert "Host" in problem["detail"]


@pytest.mark.parametrize("event", [{}, {"requestContext": None}, {"source": "aws.events"}])
def test_what_is_no_request_at_all_is_answered_too(event: dict[str, Any], handler: Handler) -> None:
    assert problem_of(handler(event, None), 400)["requestId"] == ""


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nowhere", 404), ("PUT", "/api/v1/tasks", 405)])
def test_a_problem_goes_out_as_text_with_the_gateways_id(method: str, path: str, status: int, handler: Handler) -> None:
    answer = handler(gateway_event(method, path), None)
    assert problem_of(answer, status)["requestId"] == "request-1"
    assert answer["headers"]["x-request-id"] == "request-1"


def test_without_a_token_the_answer_is_401_as_text(handler: Handler) -> None:
    problem_of(handler(gateway_event("GET", "/api/v1/users/me"), None), 401)


def test_a_failure_while_answering_is_not_the_functions_failure() -> None:
    async def broken(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise ZeroDivisionError

    assert gateway_handler(broken)(gateway_event("GET", "/"), None)["statusCode"] == 500


@pytest.mark.parametrize("host", ["api.example.com", "]]]", "a b", "ex@mple", "über", "\x00"])
def test_whatever_the_host_says_a_task_is_created_once_and_answered(
    host: str, handler: Handler, as_admin: dict[str, str]
) -> None:
    event = gateway_event("POST", "/api/v1/tasks", headers={**as_admin, "Host": host}, body={"title": "Odd host"})
    answer = handler(event, None)
    assert answer["statusCode"] == 201
    assert answer["headers"]["location"] == f"/api/v1/tasks/{json.loads(answer['body'])['id']}"


def test_an_odd_protocol_breaks_nothing(handler: Handler, as_admin: dict[str, str]) -> None:
    headers = {**as_admin, "Host": "]", "X-Forwarded-Proto": "gopher"}
    answer = handler(gateway_event("POST", "/api/v1/tasks", headers=headers, body={"title": "Odd"}), None)
    assert answer["statusCode"] == 201


def test_a_stage_is_part_of_the_address_that_a_new_task_gets(handler: Handler, as_admin: dict[str, str]) -> None:
    event = gateway_event("POST", "/api/v1/tasks", stage="prod", headers=as_admin, body={"title": "On a stage"})
    answer = handler(event, None)
    assert answer["headers"]["location"] == f"/prod/api/v1/tasks/{json.loads(answer['body'])['id']}"


@pytest.mark.parametrize("stage", ["", "prod"])
def test_an_answer_is_the_same_on_a_stage_and_behind_a_domain(stage: str, handler: Handler) -> None:
    answer = handler(gateway_event("GET", "/api/v1/health", stage=stage), None)
    assert (answer["statusCode"], answer["isBase64Encoded"]) == (200, False)
    assert json.loads(answer["body"]) == {"status": "ok"}


def test_queries_and_encoded_bodies_arrive(handler: Handler, as_admin: dict[str, str]) -> None:
    created = gateway_event("POST", "/api/v1/tasks", headers=as_admin, body={"title": "Größe"})
    created |= {"body": base64.b64encode(created["body"].encode()).decode(), "isBase64Encoded": True}
    assert json.loads(handler(created, None)["body"])["title"] == "Größe"
    answer = handler(gateway_event("GET", "/api/v1/users", headers=as_admin, query={"limit": "0"}), None)
    assert problem_of(answer, 422)["errors"][0]["field"] == "limit"


def test_the_documentation_works_on_a_stage(handler: Handler) -> None:
    page = handler(gateway_event("GET", "/docs", stage="prod"), None)
    assert page["statusCode"] == 200
    assert "'/prod/openapi.json'" in page["body"].replace('"', "'")
    document = json.loads(handler(gateway_event("GET", "/openapi.json", stage="prod"), None)["body"])
    assert document["servers"] == [{"url": "/prod"}]


def test_a_browser_on_the_page_may_read_what_the_function_answers(handler: Handler) -> None:
    answer = handler(gateway_event("GET", "/api/v1/users/me", headers={"Origin": SETTINGS.page_origin}), None)
    problem_of(answer, 401)
    assert answer["headers"]["access-control-allow-origin"] == SETTINGS.page_origin


def test_bytes_that_are_no_text_go_out_encoded() -> None:
    async def picture(scope: Scope, receive: Receive, send: Send) -> None:
        await Response(b"\x89PNG", media_type="image/png")(scope, receive, send)

    answer = gateway_handler(picture)(gateway_event("GET", "/swagger/favicon-32x32.png"), None)
    assert answer["isBase64Encoded"] is True
    assert base64.b64decode(answer["body"]) == b"\x89PNG"
