"""The unsubscribe link of mails. Public: its signed token says whose it is, and all it can do is stop one kind of mail.

Nothing here is done twice by being sent twice, so no Idempotency-Key is taken.
"""

from http import HTTPStatus
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Query
from starlette.responses import RedirectResponse

from app.api.dependencies import PageOrigin, Unsubscribe
from app.api.errors import documented
from app.api.routers import public_router
from app.api.schemas.unsubscribe import Unsubscribed
from app.domain.people import Channel

router = public_router("/unsubscribe", "unsubscribe", HTTPStatus.UNPROCESSABLE_ENTITY)

_REFUSALS = documented(HTTPStatus.NOT_FOUND, HTTPStatus.PRECONDITION_FAILED, HTTPStatus.SERVICE_UNAVAILABLE)

Token = Annotated[str, Query(max_length=200, description="From the link in a mail.")]


@router.get("", status_code=HTTPStatus.SEE_OTHER, response_class=RedirectResponse)
def show_unsubscribe(token: Token, page_origin: PageOrigin) -> str:
    """To the page, which asks first. Changes nothing, for whatever looks through a mail follows its links."""
    return f"{page_origin}/unsubscribe?{urlencode({'token': token})}"


@router.post("", responses=_REFUSALS)
def unsubscribe(token: Token, unsubscribes: Unsubscribe) -> Unsubscribed:
    """In one click (RFC 8058): mail providers send it for their readers, with a body that says nothing more."""
    return Unsubscribed(notification=unsubscribes.unsubscribe(token), channel=Channel.EMAIL)
