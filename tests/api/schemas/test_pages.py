"""Pages on the wire."""

from app.api.schemas.pages import Page


def test_the_last_page_says_so_with_a_null() -> None:
    page = Page[int](items=[1], next_cursor=None)
    assert page.model_dump(by_alias=True) == {"items": [1], "nextCursor": None}
