"""Conditional requests: a task's version as its ETag, and back from If-Match."""

import re
from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Header, Response
from starlette.exceptions import HTTPException

from app.domain.tasks import Task

_ETAG = re.compile(r'"([1-9][0-9]{0,14})"')

_IfMatch = Annotated[
    str | None, Header(alias="If-Match", description='The version you saw, as its ETag: "7".', examples=['"7"'])
]


def etag(task: Task) -> str:
    return f'"{task.version}"'


def set_etag(response: Response, task: Task) -> None:
    response.headers["ETag"] = etag(task)


def _optional_version(if_match: _IfMatch = None) -> int | None:
    if if_match is None:
        return None
    match = _ETAG.fullmatch(if_match.strip())
    if match is None:
        raise HTTPException(HTTPStatus.BAD_REQUEST, 'If-Match must be the ETag you read, such as "7".')
    return int(match[1])


def _required_version(version: Annotated[int | None, Depends(_optional_version)]) -> int:
    if version is None:
        raise HTTPException(
            HTTPStatus.PRECONDITION_REQUIRED, "Send If-Match with the ETag you read, so that no newer change is lost."
        )
    return version


SeenVersion = Annotated[int | None, Depends(_optional_version)]
RequiredVersion = Annotated[int, Depends(_required_version)]
