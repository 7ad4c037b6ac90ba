"""Every refusal in one shape, RFC 9457's, and the one table that pairs domain errors with statuses."""

import logging
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from app.api.methods import methods_of_address
from app.api.schemas.problems import FieldProblem, Problem
from app.domain.errors import Conflict, DomainError, Forbidden, Invalid, NotFound, Stale, Unfinished

logger = logging.getLogger("baton.api")

STATUS_OF: dict[type[DomainError], HTTPStatus] = {
    NotFound: HTTPStatus.NOT_FOUND,
    Forbidden: HTTPStatus.FORBIDDEN,
    Conflict: HTTPStatus.CONFLICT,
    Stale: HTTPStatus.PRECONDITION_FAILED,
    Invalid: HTTPStatus.UNPROCESSABLE_ENTITY,
    Unfinished: HTTPStatus.SERVICE_UNAVAILABLE,
}

_DETAILS = {
    HTTPStatus.NOT_FOUND: "There is nothing at this address. Check how it is spelt.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This address does not take that method. The header Allow names those it takes.",
}


# RFC 9110's names, on every Python: 3.12 still has the older ones, and the document must not differ by it.
_NEWER_NAMES = {
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "Content Too Large",
    HTTPStatus.UNPROCESSABLE_ENTITY: "Unprocessable Content",
}


class Unauthenticated(Exception):
    """Nobody is signed in, or their token does not hold. The caller is not told why: a forger would learn from it."""


class ProblemResponse(JSONResponse):
    media_type = "application/problem+json"


def problem_response(
    request_id: str,
    status: HTTPStatus,
    detail: str,
    *,
    errors: Sequence[FieldProblem] | None = None,
    headers: dict[str, str] | None = None,
) -> ProblemResponse:
    return _response(_problem(request_id, status, detail, errors=errors), headers)


def problem_of(error: DomainError, request_id: str) -> Problem:
    fields = error.errors if isinstance(error, Invalid) else ()
    return _problem(
        request_id,
        STATUS_OF[type(error)],
        error.detail,
        errors=[FieldProblem(field=row.field, message=row.message) for row in fields],
        current_version=error.current_version if isinstance(error, Stale) else None,
    )


def documented(*statuses: HTTPStatus) -> dict[int | str, dict[str, Any]]:
    """The refusals of a route, for its OpenAPI description."""
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {int(status): {"description": title_of(status), "content": content} for status in statuses}


def title_of(status: HTTPStatus) -> str:
    return _NEWER_NAMES.get(status, status.phrase)


def install(app: FastAPI) -> None:
    app.add_exception_handler(DomainError, _refused)
    app.add_exception_handler(Unauthenticated, _unauthenticated)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _http)


def request_id_of(request: Request) -> str:
    return str(request.state.request_id)


async def _refused(request: Request, error: Exception) -> ProblemResponse:
    if not isinstance(error, DomainError):
        raise error
    if isinstance(error, Unfinished):
        logger.error("request unfinished", exc_info=error, extra={"request_id": request_id_of(request)})
    return _response(problem_of(error, request_id_of(request)))


async def _unauthenticated(request: Request, _: Exception) -> ProblemResponse:
    detail = "Sign in, and send the access token as 'Authorization: Bearer <token>'."
    headers = {"WWW-Authenticate": "Bearer"}
    return problem_response(request_id_of(request), HTTPStatus.UNAUTHORIZED, detail, headers=headers)


async def _malformed(request: Request, error: Exception) -> ProblemResponse:
    if not isinstance(error, RequestValidationError):
        raise error
    errors = [
        FieldProblem(field=_field_name(row["loc"]), message=row["msg"]) for row in jsonable_encoder(error.errors())
    ]
    detail = "Some of what you sent cannot be taken: " + "; ".join(f"{row.field}: {row.message}" for row in errors)
    return problem_response(request_id_of(request), HTTPStatus.UNPROCESSABLE_ENTITY, detail, errors=errors)


async def _http(request: Request, error: Exception) -> ProblemResponse:
    if not isinstance(error, HTTPException):
        raise error
    status = HTTPStatus(error.status_code)
    headers = dict(error.headers or {})
    if status is HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(methods_of_address(request))
    return problem_response(request_id_of(request), status, _DETAILS.get(status, str(error.detail)), headers=headers)


def _problem(
    request_id: str,
    status: HTTPStatus,
    detail: str,
    *,
    errors: Sequence[FieldProblem] | None = None,
    current_version: int | None = None,
) -> Problem:
    title = title_of(status)
    return Problem(
        type=f"urn:baton:problem:{title.lower().replace(' ', '-')}",
        title=title,
        status=status,
        detail=detail,
        request_id=request_id,
        errors=list(errors) if errors else None,
        current_version=current_version,
    )


def _response(problem: Problem, headers: dict[str, str] | None = None) -> ProblemResponse:
    content = problem.model_dump(mode="json", by_alias=True, exclude_none=True)
    return ProblemResponse(content, status_code=problem.status, headers=headers)


def _field_name(location: Sequence[str | int]) -> str:
    """`title`, `userIds.0`: without the part of the request it came in, where more is known."""
    return ".".join(str(part) for part in (location[1:] or location))
