"""Pages."""

from app.domain.pages import Page


def test_a_page_keeps_its_place_when_its_rows_are_converted() -> None:
    assert Page((1, 2), "here").map(str) == Page(("1", "2"), "here")
