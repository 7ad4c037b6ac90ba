"""Idempotency-Key: a POST that is sent again with its key is answered as the first time, and done once."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Header, Request
from pydantic import BaseModel
from starlette.responses import Response

from app.api.auth import Caller
from app.domain.answers import AlreadyAnswered, Answer
from app.services.answers import Also, AnswerService, nothing

REPLAYED = "Idempotent-Replayed"


@dataclass(frozen=True)
class OneRequest:
    """This request, under its key if it has one."""

    answers: AnswerService
    user_id: str
    key: str | None
    fingerprint: str

    def remember[Result](self, present: Callable[[Result], Answer]) -> Also[Result]:
        """To be written in the transaction that makes the result."""
        key = self.key
        if key is None:
            return nothing
        return lambda result: self.answers.also_keep(self.user_id, key, present(result))

    def keep[Body: BaseModel](self, body: Body, status: HTTPStatus = HTTPStatus.OK) -> Body:
        """The answer of what is more than one transaction, or none: kept when all of it is done."""
        if self.key is not None:
            self.answers.keep(self.user_id, self.key, self.answer(status, body))
        return body

    def keep_done(self) -> None:
        """That it was done, where there is nothing to answer."""
        if self.key is not None:
            self.answers.keep(self.user_id, self.key, Answer(self.fingerprint, HTTPStatus.NO_CONTENT, ""))

    def answer(self, status: HTTPStatus, body: BaseModel, headers: Mapping[str, str] | None = None) -> Answer:
        return Answer(self.fingerprint, status, body.model_dump_json(by_alias=True), headers or {})


def replay(_: Request, error: Exception) -> Response:
    if not isinstance(error, AlreadyAnswered):
        raise error
    answer = error.answer
    headers = {**answer.headers, REPLAYED: "true"}
    media_type = "application/json" if answer.body else None
    return Response(answer.body, answer.status, headers=headers, media_type=media_type)


async def _fingerprint(request: Request) -> str:
    """Of all that the request asks for."""
    # Not request.url, which reads Host and scheme too: one of nonsense would break here.
    query = request.scope["query_string"].decode("latin-1")
    asked = f"{request.method} {request.scope['path']}?{query} {request.headers.get('if-match', '')}\n"
    return hashlib.sha256(asked.encode() + await request.body()).hexdigest()


def _one_request(
    request: Request,
    caller: Caller,
    fingerprint: Annotated[str, Depends(_fingerprint)],
    key: Annotated[
        str | None,
        Header(
            alias="Idempotency-Key",
            pattern=r"^[!-~]{1,64}$",
            description="Any text of up to 64 visible characters, new for each request. A day long, the same request"
            " with the same key gets the first answer and does nothing again.",
        ),
    ] = None,
) -> OneRequest:
    answers: AnswerService = request.app.state.wiring.answers
    if key is not None:
        answers.refuse_known(caller.user_id, key, fingerprint)
    return OneRequest(answers, caller.user_id, key, fingerprint)


Once = Annotated[OneRequest, Depends(_one_request)]
