"""What surrounds every request: its id, safe headers, and an answer when something breaks."""

import logging
from http import HTTPStatus
from uuid import uuid4

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.errors import problem_response
from app.api.tokens import KeysUnavailable

logger = logging.getLogger("baton.api")

_SAFE_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


class RequestEnvelope:
    """Inside CORS on purpose: Starlette's own last resort is outside, and a browser could not read its 500s."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope.setdefault("state", {})["request_id"] = _request_id(scope)
        answer = _Answer(send, scope["state"]["request_id"])
        try:
            await self._app(scope, receive, answer.send)
        except Exception as error:  # the outer edge
            if answer.started:
                raise
            await _broken(answer.request_id, error)(scope, receive, answer.send)


class _Answer:
    """Sends on what the application sends, with the headers that every answer has."""

    def __init__(self, send: Send, request_id: str) -> None:
        self._send = send
        self.request_id = request_id
        self.started = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            headers = MutableHeaders(scope=message)
            headers["X-Request-Id"] = self.request_id
            for name, value in _SAFE_HEADERS.items():
                headers.setdefault(name, value)
        await self._send(message)


def _request_id(scope: Scope) -> str:
    """The gateway's own, which its access log has too; else a new one."""
    context = scope.get("aws.event", {}).get("requestContext", {})
    return str(context.get("requestId") or uuid4())


def _broken(request_id: str, error: Exception) -> ASGIApp:
    if isinstance(error, KeysUnavailable):
        detail = "The sign-in service does not answer, so no token can be checked. Try again in a moment."
        return problem_response(request_id, HTTPStatus.SERVICE_UNAVAILABLE, detail, headers={"Retry-After": "5"})
    logger.error("unhandled error", exc_info=error, extra={"request_id": request_id})
    detail = f"Something broke on our side. Tell your admin the request id {request_id}."
    return problem_response(request_id, HTTPStatus.INTERNAL_SERVER_ERROR, detail)
