"""Refusals: each domain error has its status, and all of them one shape."""

import json
from http import HTTPStatus

import pytest

from app.api.errors import STATUS_OF, documented, problem_response, title_of
from app.domain import errors as domain_errors
from app.domain.errors import DomainError
from tests.api_client import ApiClient, is_problem


def test_every_domain_error_has_a_status() -> None:
    kinds = {kind for kind in vars(domain_errors).values() if isinstance(kind, type) and issubclass(kind, DomainError)}
    assert set(STATUS_OF) == kinds - {DomainError}


def test_a_malformed_body_is_told_field_by_field(admin: ApiClient) -> None:
    answer = admin.post("/tasks", json={"title": "", "labels": ["ok", ""], "colour": "red"})
    assert is_problem(answer, 422)
    assert {row["field"] for row in answer.json()["errors"]} == {"title", "labels.1", "colour"}
    assert "title" in answer.json()["detail"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b'"text"', b"\xff\xfe"])
def test_a_body_that_is_no_object_is_refused(content: bytes, admin: ApiClient) -> None:
    answer = admin.post("/tasks", content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 422)
    assert is_problem(answer, answer.status_code)


def test_a_body_of_another_type_is_refused(admin: ApiClient) -> None:
    answer = admin.post("/tasks", content=b'{"title": "x"}', headers={"Content-Type": "text/plain"})
    assert is_problem(answer, 422)


@pytest.mark.parametrize("body", ['{"title": "x", "\\ud800": 1}', '{"title": "\\ud800"}', '{"title": NaN}'])
def test_json_that_no_text_can_hold_is_refused_and_breaks_nothing(body: str, admin: ApiClient) -> None:
    answer = admin.post("/tasks", content=body.encode(), headers={"Content-Type": "application/json"})
    assert is_problem(answer, 422)


def test_a_body_nested_too_deep_is_refused_and_breaks_nothing(admin: ApiClient) -> None:
    answer = admin.post("/tasks", content=b"[" * 100_000, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 422)
    assert is_problem(answer, answer.status_code)


def test_what_is_not_there_is_refused_without_naming_what_may_not_be_there_either(admin: ApiClient) -> None:
    nowhere, no_method = admin.get("/nowhere"), admin.request("PUT", "/tasks")
    assert is_problem(nowhere, 404)
    assert is_problem(no_method, 405)
    assert "/docs" not in nowhere.text + no_method.text  # off in production
    assert "Allow" in no_method.json()["detail"]


def test_a_problem_leaves_out_what_does_not_apply() -> None:
    answer = problem_response("request-1", HTTPStatus.NOT_FOUND, "There is no such task.")
    assert answer.media_type == "application/problem+json"
    assert json.loads(bytes(answer.body)) == {
        "type": "urn:baton:problem:not-found",
        "title": "Not Found",
        "status": 404,
        "detail": "There is no such task.",
        "requestId": "request-1",
    }


def test_titles_are_those_of_the_newer_rfc_on_every_python() -> None:
    assert title_of(HTTPStatus.UNPROCESSABLE_ENTITY) == "Unprocessable Content"
    assert title_of(HTTPStatus.REQUEST_ENTITY_TOO_LARGE) == "Content Too Large"
    assert title_of(HTTPStatus.CONFLICT) == "Conflict"


def test_refusals_are_documented_as_problems() -> None:
    described = documented(HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT)
    assert list(described) == [404, 409]
    assert described[404]["description"] == "Not Found"
    assert list(described[404]["content"]) == ["application/problem+json"]
