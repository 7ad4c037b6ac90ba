"""API Gateway's events to the application and back, through Mangum, with what Mangum leaves open closed."""

import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from mangum import Mangum
from mangum.adapter import DEFAULT_TEXT_MIME_TYPES
from starlette.types import ASGIApp, Receive, Scope, Send

from app.api.errors import problem_response
from app.api.same_thread import same_thread

logger = logging.getLogger("baton.gateway")

type Event = dict[str, Any]
type Handler = Callable[[Event, Any], Event]


def gateway_handler(app: ASGIApp) -> Handler:
    """The Lambda's entry point. It answers whatever comes: a raised error would be a bare 502 to the caller."""
    # lifespan would run at every request; problems, left off the text types, would go out as base64.
    adapter = Mangum(
        StagePath(app), lifespan="off", text_mime_types=[*DEFAULT_TEXT_MIME_TYPES, "application/problem+json"]
    )

    def handler(event: Event, context: Any) -> Event:
        try:
            with same_thread():
                return adapter(event, context)
        except Exception:  # the outer edge: a Host or X-Forwarded-Port of nonsense fails before the application
            logger.exception("request could not be read")
            return _unreadable(event)

    return handler


class StagePath:
    """Gives the application its root path: API Gateway strips the stage (`/prod`) from `path` only."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        event = scope["aws.event"]
        full, path = event["requestContext"].get("path", ""), event["path"]
        if full != path and full.endswith(path):
            root = full.removesuffix(path)
            scope = {**scope, "root_path": root, "path": root + scope["path"]}
        await self._app(scope, receive, send)


def _unreadable(event: Event) -> Event:
    context = event.get("requestContext") or {}
    detail = "The request's headers cannot be read. Check Host and the X-Forwarded headers."
    response = problem_response(str(context.get("requestId", "")), HTTPStatus.BAD_REQUEST, detail)
    return {
        "statusCode": response.status_code,
        "headers": {"content-type": "application/problem+json"},
        "body": bytes(response.body).decode(),
        "isBase64Encoded": False,
    }
