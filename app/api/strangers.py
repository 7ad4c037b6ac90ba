"""Strangers are told to sign in, whatever else is wrong with what they send.

FastAPI reads the body before it asks who is calling, so a body that cannot be read would be refused first.
"""

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from app.api.auth import asks_for_token, require_token

type Answer = Callable[[Request, Any], Awaitable[Response]]


def install(app: FastAPI) -> None:
    """Before the answers to malformed requests, which are installed already."""
    for kind in (RequestValidationError, HTTPException):
        app.add_exception_handler(kind, _to_the_signed_in(app.exception_handlers[kind]))  # type: ignore[arg-type]


def _to_the_signed_in(answer: Answer) -> Answer:
    async def refuse(request: Request, error: Exception) -> Response:
        if _is_of_the_body(error) and asks_for_token(request.scope["route"].dependant):
            await require_token(request)  # what it raises is answered one layer further out, as a route's own
        return await answer(request, error)

    return refuse


def _is_of_the_body(error: Exception) -> bool:
    """Or of a query or header; but then the caller has been asked for a token before, and has one."""
    return not isinstance(error, HTTPException) or error.status_code == HTTPStatus.BAD_REQUEST
