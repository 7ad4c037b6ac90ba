"""What surrounds every request: its id, safe headers, and an answer when something breaks."""

import asyncio
import logging
from typing import Any
from uuid import UUID

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.middleware import RequestEnvelope
from tests.api_client import ApiClient, is_problem


async def _ok(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse(scope["state"]["request_id"])(scope, receive, send)


async def _cacheable(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("", headers={"Cache-Control": "max-age=60"})(scope, receive, send)


async def _broken(_scope: Scope, _receive: Receive, _send: Send) -> None:
    raise ZeroDivisionError("a secret of ours")


async def _broken_half_way(_scope: Scope, _receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    raise ZeroDivisionError


def _answer(app: ASGIApp) -> httpx.Response:
    return ApiClient(RequestEnvelope(app)).get("/")


def test_what_breaks_is_answered_without_a_word_about_why(caplog: pytest.LogCaptureFixture) -> None:
    answer = _answer(_broken)
    assert is_problem(answer, 500)
    assert answer.headers["x-request-id"] in answer.json()["detail"]
    assert "secret" not in answer.text
    assert "half done" not in answer.text  # of many tasks or two systems, who knows


def test_what_breaks_is_logged_with_the_request_id(caplog: pytest.LogCaptureFixture) -> None:
    answer = _answer(_broken)
    (record,) = [record for record in caplog.records if record.name == "baton.api"]
    assert record.levelno == logging.ERROR
    assert vars(record)["request_id"] == answer.headers["x-request-id"]
    assert record.exc_info
    assert record.exc_info[0] is ZeroDivisionError


def test_an_answer_that_has_begun_is_not_begun_again() -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    with pytest.raises(ZeroDivisionError):
        asyncio.run(RequestEnvelope(_broken_half_way)({"type": "http", "headers": []}, receive, send))
    assert [message["type"] for message in sent] == ["http.response.start"]


def test_every_answer_has_its_own_id_which_the_application_knows() -> None:
    first, second = _answer(_ok), _answer(_ok)
    assert UUID(first.headers["x-request-id"]) != UUID(second.headers["x-request-id"])
    assert first.text == first.headers["x-request-id"]


def test_the_gateways_id_is_kept() -> None:
    async def from_gateway(scope: Scope, receive: Receive, send: Send) -> None:
        scope["aws.event"] = {"requestContext": {"requestId": "gateway-1"}}
        await RequestEnvelope(_ok)(scope, receive, send)

    assert ApiClient(from_gateway).get("/").headers["x-request-id"] == "gateway-1"


def test_no_answer_is_kept_or_sniffed_at_unless_its_route_says_so() -> None:
    answer = _answer(_ok)
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert _answer(_cacheable).headers["cache-control"] == "max-age=60"


def test_what_is_no_request_passes_untouched() -> None:
    seen: list[Any] = []

    async def application(scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append(scope)

    async def unused(*_: object) -> Any:
        raise AssertionError

    asyncio.run(RequestEnvelope(application)({"type": "lifespan"}, unused, unused))
    assert seen == [{"type": "lifespan"}]
