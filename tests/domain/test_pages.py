"""Pages."""

from collections.abc import Callable
from functools import partial
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from app.domain.pages import ROWS_A_READ, Page, PageRequest, all_rows, merge_pages, select_rows


def test_a_page_keeps_its_place_when_its_rows_are_converted() -> None:
    assert Page((1, 2), "here").map(str) == Page(("1", "2"), "here")


def test_rows_are_merged_by_their_position_whatever_else_they_hold() -> None:
    pages = [Page(("z1",)), Page(("a2",))]
    assert merge_pages(pages, 5, lambda row: row[1]) == Page(("a2", "z1"))


def test_a_last_page_that_is_just_full_names_no_next() -> None:
    last = Page(("b", "a"))
    assert merge_pages([last], 2, str) == last
    assert select_rows(lambda _: last, PageRequest(2), budget=9, is_wanted=bool, position_of=str) == last


LISTS = st.lists(st.lists(st.integers(0, 999), max_size=12), min_size=1, max_size=5)


def paged(rows: list[str], request: PageRequest) -> Page[str]:
    """A list, newest first, as an index would give it."""
    below = [row for row in sorted(rows, reverse=True) if request.position is None or row < request.position]
    part = tuple(below[: request.limit])
    return Page(part, part[-1] if len(below) > request.limit else None)


def walked(find: Callable[[PageRequest], Page[str]], limit: int, between: Callable[[], None]) -> list[str]:
    found: list[str] = []
    position = None
    while True:
        page = find(PageRequest(limit, position))
        assert len(page.items) <= limit
        found += page.items
        position = page.next_position
        if position is None:
            return found
        between()


@given(LISTS, st.integers(1, 7))
def test_merged_pages_give_every_row_once_in_order_while_newer_ones_appear(
    numbers: list[list[int]], limit: int
) -> None:
    lists = [[f"{number:04}-{place}" for number in set(part)] for place, part in enumerate(numbers)]
    expected = sorted((row for rows in lists for row in rows), reverse=True)
    newer = count(5000)

    def merged(request: PageRequest) -> Page[str]:
        return merge_pages([paged(rows, request) for rows in lists], request.limit, str)

    assert walked(merged, limit, lambda: lists[0].append(f"{next(newer)}-new")) == expected


@given(LISTS, st.integers(1, 7), st.integers(1, 5), st.integers(2, 4))
def test_narrowed_and_merged_pages_lose_and_repeat_nothing(
    numbers: list[list[int]], limit: int, budget: int, divisor: int
) -> None:
    lists = [[f"{number:04}-{place}" for number in set(part)] for place, part in enumerate(numbers)]

    def is_wanted(row: str) -> bool:
        return int(row[:4]) % divisor == 0

    def narrowed(rows: list[str], request: PageRequest) -> Page[str]:
        find = partial(paged, rows)
        return select_rows(find, request, budget=budget, is_wanted=is_wanted, position_of=str)

    def merged(request: PageRequest) -> Page[str]:
        return merge_pages([narrowed(rows, request) for rows in lists], request.limit, str)

    expected = sorted((row for rows in lists for row in rows if is_wanted(row)), reverse=True)
    assert walked(merged, limit, lambda: None) == expected


def test_all_rows_go_through_every_page_from_the_first_position_on() -> None:
    pages = {None: Page(("a", "b"), "b"), "b": Page((), "d"), "d": Page(("e",))}
    asked: list[PageRequest] = []

    def find(request: PageRequest) -> Page[str]:
        asked.append(request)
        return pages[request.position]

    assert list(all_rows(find)) == ["a", "b", "e"]
    assert asked == [PageRequest(ROWS_A_READ, position) for position in (None, "b", "d")]
