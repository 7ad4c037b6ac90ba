"""One page of a long list, and how to ask for the next."""

from collections.abc import Callable
from dataclasses import dataclass

MAX_PAGE_SIZE = 100
DEFAULT_PAGE_SIZE = 50


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
