"""The inbox: what the caller was told, and what of it they have read."""

from http import HTTPStatus
from typing import Annotated

from fastapi import Query

from app.api.auth import Caller
from app.api.dependencies import Inbox
from app.api.once import Once
from app.api.paging import Paging
from app.api.routers import signed_in_router
from app.api.schemas.inbox import InboxEntryRead, InboxReading, UnreadCount
from app.api.schemas.pages import Page

router = signed_in_router("/inbox", "inbox")


@router.get("")
def list_inbox(
    caller: Caller,
    inbox: Inbox,
    paging: Paging,
    unread: Annotated[bool, Query(description="Only what is unread.")] = False,
) -> Page[InboxEntryRead]:
    """Latest first, of the last 90 days."""
    return paging.page(lambda request: inbox.page(caller, request, unread_only=unread), InboxEntryRead.of)


@router.get("/unread-count")
def count_unread(caller: Caller, inbox: Inbox) -> UnreadCount:
    """Up to 100: that many or more."""
    return UnreadCount(count=inbox.count_unread(caller))


@router.post("/read", status_code=HTTPStatus.NO_CONTENT)
def mark_read(body: InboxReading, caller: Caller, inbox: Inbox, once: Once) -> None:
    """What is read already, or none of the caller's, is passed over."""
    if body.ids is None:
        inbox.mark_all_read(caller)
    else:
        inbox.mark_read(caller, body.ids)
    once.keep_done()
