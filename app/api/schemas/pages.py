"""Pages on the wire."""

from app.api.schemas.fields import Given


class Page[Row](Given):
    """One page. `nextCursor` asks for the next; a page may be short, the list ends where it is null."""

    items: list[Row]
    next_cursor: str | None
