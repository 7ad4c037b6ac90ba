"""How large a request's body may be: no larger than what the API could ever have a use for."""

from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.errors import problem_response

MAX_BODY_SIZE = 256 * 1024  # bytes

_DETAIL = "The body of a request has at most 256 KB. Send less at once."


class BodyLimit:
    """Refuses by the length that is announced, and counts along for those who announce none."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif _announced(scope) > MAX_BODY_SIZE:
            request_id = scope["state"]["request_id"]
            await problem_response(request_id, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _DETAIL)(scope, receive, send)
        else:
            await self._app(scope, _counting(receive), send)


def _announced(scope: Scope) -> int:
    try:
        return int(Headers(scope=scope).get("content-length", "0"))
    except ValueError:  # of nonsense nothing is believed: it is counted
        return 0


def _counting(receive: Receive) -> Receive:
    size = 0

    async def receive_some() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > MAX_BODY_SIZE:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _DETAIL)
        return message

    return receive_some
