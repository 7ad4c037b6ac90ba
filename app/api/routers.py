"""The routers that routes are declared on. Their routes are whole from the start, address and refusals included.

FastAPI would make each route a second time for the router that includes it: a quarter of a cold start.
"""

from http import HTTPStatus

from fastapi import APIRouter
from fastapi.routing import APIRoute

from app.api.errors import documented

PREFIX = "/api/v1"

_EVERYWHERE = (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.INTERNAL_SERVER_ERROR)
_SIGNED_IN = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.SERVICE_UNAVAILABLE,
)


def public_router(prefix: str, tag: str, *refusals: HTTPStatus) -> APIRouter:
    """For anybody. `refusals` are those that all its routes may answer with."""
    return APIRouter(
        prefix=f"{PREFIX}{prefix}",
        tags=[tag],
        responses=documented(*_EVERYWHERE, *refusals),
        generate_unique_id_function=_operation_id,
    )


def signed_in_router(prefix: str, tag: str, *refusals: HTTPStatus) -> APIRouter:
    """For routes that each ask for a caller."""
    return public_router(prefix, tag, *_SIGNED_IN, *refusals)


def _operation_id(route: APIRoute) -> str:
    return route.name
