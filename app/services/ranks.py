"""Ranks: text keys whose order is the order of a column's cards, with room between any two."""

import random
from datetime import datetime

from fractional_indexing import BASE_62_DIGITS, generate_key_between

_MILLISECOND_DIGITS = 8  # 62^8 ms: until the year 8888
_LENGTH_MARK = "h"  # how an order key says that its whole part has eight digits
_HALVINGS = 6


def rank_at_end(now: datetime) -> str:
    """Below every card placed until now, without reading which one is last.

    Milliseconds as the whole part, then a random fraction so that cards of one millisecond rarely tie.
    """
    milliseconds = int(now.timestamp() * 1000)
    digits = ""
    for _ in range(_MILLISECOND_DIGITS):
        milliseconds, digit = divmod(milliseconds, len(BASE_62_DIGITS))
        digits = BASE_62_DIGITS[digit] + digits
    return _LENGTH_MARK + digits + "".join(random.choices(BASE_62_DIGITS[1:], k=2))  # noqa: S311


def rank_between(above: str | None, below: str | None) -> str:
    """A rank between two, or beyond one. `above` must sort before `below`.

    A few random halvings, so that two people who drop a card at one place at one time rarely tie.
    """
    low, high = above, generate_key_between(above, below)
    for _ in range(_HALVINGS):
        middle = generate_key_between(low, high)
        low, high = random.choice(((low, middle), (middle, high)))  # noqa: S311
    return str(high)
