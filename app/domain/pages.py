"""One page of a long list, and how to ask for the next."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

MAX_PAGE_SIZE = 100
DEFAULT_PAGE_SIZE = 50
ROWS_A_READ = 1000  # a read gives a megabyte at most, and a row is near a kilobyte


@dataclass(frozen=True)
class Page[Row]:
    items: tuple[Row, ...]
    next_position: str | None = None

    def map[Other](self, convert: Callable[[Row], Other]) -> "Page[Other]":
        return Page(tuple(convert(item) for item in self.items), self.next_position)


@dataclass(frozen=True)
class PageRequest:
    """How many rows at most, and the position (the last sort key seen) to go on from."""

    limit: int = DEFAULT_PAGE_SIZE
    position: str | None = None


def all_rows[Row](find: Callable[[PageRequest], Page[Row]]) -> Iterator[Row]:
    """Every row of a list, page by page, each as large as one read gives."""
    request = PageRequest(ROWS_A_READ)
    while True:
        page = find(request)
        yield from page.items
        if page.next_position is None:
            return
        request = PageRequest(ROWS_A_READ, page.next_position)


def merge_pages[Row](pages: Sequence[Page[Row]], limit: int, position_of: Callable[[Row], str]) -> Page[Row]:
    """Pages of several lists, each newest first and from one position on, as one page of all of them together.

    A list that has more may hold anything below where its page stopped, so nothing below the first such stop is
    given yet: the next page, which starts there, reads it again.
    """
    stop = max((page.next_position for page in pages if page.next_position), default=None)
    rows = sorted((row for page in pages for row in page.items), key=position_of, reverse=True)
    given = tuple(row for row in rows if stop is None or position_of(row) >= stop)
    if len(given) > limit:
        return Page(given[:limit], position_of(given[limit - 1]))
    return Page(given, stop)


def select_rows[Row](
    find: Callable[[PageRequest], Page[Row]],
    request: PageRequest,
    *,
    budget: int,
    is_wanted: Callable[[Row], bool],
    position_of: Callable[[Row], str],
) -> Page[Row]:
    """The wanted rows of a list, reading at most `budget` of it: a page may be short, its position still right."""
    found = find(PageRequest(budget, request.position))
    wanted = tuple(row for row in found.items if is_wanted(row))
    if len(wanted) > request.limit:
        return Page(wanted[: request.limit], position_of(wanted[request.limit - 1]))
    return Page(wanted, found.next_position)
