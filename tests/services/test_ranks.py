"""Ranks: order is kept, however often cards are moved."""

import random
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.services.ranks import rank_at_end, rank_between
from tests import factories as make


@given(st.integers(min_value=1, max_value=10**12))
def test_a_later_card_ends_up_below(milliseconds: int) -> None:
    earlier = rank_at_end(make.NOW)
    assert earlier < rank_at_end(make.NOW + timedelta(milliseconds=milliseconds))


def test_cards_of_one_millisecond_rarely_tie() -> None:
    assert len({rank_at_end(make.NOW) for _ in range(100)}) > 90


def test_a_rank_lies_between_its_neighbours() -> None:
    above, below = rank_at_end(make.NOW), rank_at_end(make.NOW + timedelta(seconds=1))
    assert above < rank_between(above, below) < below
    assert rank_between(None, above) < above
    assert below < rank_between(below, None)


def test_a_card_placed_last_by_hand_still_comes_before_one_created_later() -> None:
    last = rank_at_end(make.NOW)
    for _ in range(100):
        last = rank_between(last, None)
    assert last < rank_at_end(make.NOW + timedelta(seconds=10))


def test_two_people_dropping_at_one_place_rarely_tie() -> None:
    above, below = rank_at_end(make.NOW), rank_at_end(make.NOW + timedelta(days=1))
    assert len({rank_between(above, below) for _ in range(10)}) > 5


def test_ten_thousand_random_moves_keep_the_order_and_stay_short() -> None:
    chance = random.Random(7)
    cards = [rank_at_end(make.NOW + timedelta(seconds=number)) for number in range(50)]
    for _ in range(10_000):
        cards.pop(chance.randrange(len(cards)))
        place = chance.randrange(len(cards) + 1)
        neighbours = [None, *cards, None]
        cards.insert(place, rank_between(neighbours[place], neighbours[place + 1]))
    assert cards == sorted(set(cards))
    assert max(map(len, cards)) < 200
