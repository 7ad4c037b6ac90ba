"""Pages over HTTP: the limit and cursor that callers send, and the next cursor that they get."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, Query, Request
from starlette.exceptions import HTTPException

from app.api.auth import Caller
from app.api.cursors import BadCursor, Cursors
from app.api.schemas.pages import Page
from app.domain.pages import DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, PageRequest
from app.domain.pages import Page as Rows


@dataclass(frozen=True)
class Pager:
    limit: int
    cursor: str | None
    cursors: Cursors
    scope: str

    def page[Row, Wire](self, find: Callable[[PageRequest], Rows[Row]], convert: Callable[[Row], Wire]) -> Page[Wire]:
        rows = find(PageRequest(self.limit, self._position()))
        position = rows.next_position
        next_cursor = None if position is None else self.cursors.encode(position, self.scope)
        return Page(items=[convert(row) for row in rows.items], next_cursor=next_cursor)

    def _position(self) -> str | None:
        if self.cursor is None:
            return None
        try:
            return self.cursors.decode(self.cursor, self.scope)
        except BadCursor as error:
            detail = "The cursor is not one of this list. Use the nextCursor of the page before, or none to start over."
            raise HTTPException(HTTPStatus.BAD_REQUEST, detail) from error


def _pager(
    request: Request,
    caller: Caller,
    limit: Annotated[int, Query(ge=1, le=MAX_PAGE_SIZE)] = DEFAULT_PAGE_SIZE,
    cursor: Annotated[str | None, Query(max_length=1024, description="The nextCursor of the page before.")] = None,
) -> Pager:
    return Pager(limit, cursor, request.app.state.wiring.cursors, _scope(request, caller.user_id))


def _scope(request: Request, user_id: str) -> str:
    """Whose list this is, and which: all that the query says but the place in it."""
    filters = sorted(pair for pair in request.query_params.multi_items() if pair[0] not in ("limit", "cursor"))
    return f"{user_id} {request.scope['path']}?{urlencode(filters)}"


Paging = Annotated[Pager, Depends(_pager)]
