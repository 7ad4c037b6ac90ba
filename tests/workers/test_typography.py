"""What people wrote, in a mail: one line, in its own direction, and cut where a reader would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.typography import apart, one_line, plain_text, reading_order, shorten

ASTRONAUT = "\U0001f469\u200d\U0001f680"
THUMB = "\U0001f44d\U0001f3fd"


@given(st.text())
def test_a_line_stays_one(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@pytest.mark.parametrize("mark", ["\x00", "\r\n", "\x85", "\u2028", "\u202e", "\u2066", "\ud800"])
def test_nothing_unseen_breaks_a_line_or_turns_its_direction(mark: str) -> None:
    assert one_line(f"Fuel{mark}cells") == "Fuel cells"
    assert mark not in plain_text(f"Fuel{mark}cells")


def test_a_text_keeps_its_lines() -> None:
    assert plain_text("  One\r\n\r\n\tTwo\x07\n") == "One\n\n Two"


@given(st.text(), st.integers(min_value=2, max_value=80))
def test_what_is_shortened_fits(text: str, length: int) -> None:
    short = shorten(text, length)
    assert len(short) <= length
    assert short == text if len(text) <= length else short.endswith("…")


def test_a_cut_falls_between_two_words() -> None:
    assert shorten("Check the fuel cells", 20) == "Check the fuel cells"
    assert shorten("Check the fuel cells", 19) == "Check the fuel…"
    assert shorten("Check the fuel cells", 15) == "Check the fuel…"


def test_a_word_is_split_where_half_the_text_would_go_otherwise() -> None:
    assert shorten("On " + "x" * 50, 20) == "On " + "x" * 16 + "…"


@pytest.mark.parametrize("symbol", [ASTRONAUT, THUMB, "e\u0301"])
def test_no_symbol_is_split(symbol: str) -> None:
    for length in range(12, 20):
        assert shorten(symbol * 20, length).removesuffix("…").replace(symbol, "") == ""


def test_a_symbol_longer_than_all_there_is_room_for_is_split() -> None:
    assert shorten("e" + "\u0301" * 50, 10) == "e" + "\u0301" * 8 + "…"


@pytest.mark.parametrize("text", ["בדוק את תאי הדלק", "مرحبا", "Fuel בדוק"])
def test_what_runs_from_right_to_left_is_set_apart(text: str) -> None:
    assert apart(text) == f"\u2068{text}\u2069"


@pytest.mark.parametrize("text", ["Check", "Größe", ASTRONAUT, "点検", ""])
def test_all_else_stays_as_it_is(text: str) -> None:
    assert apart(text) == text


def test_titles_are_read_in_the_order_of_their_words_and_numbers() -> None:
    titles = ["Order", "Check 10 b", "Check 10", "check 9", "10", "7", ""]
    assert sorted(titles, key=reading_order) == ["", "7", "10", "check 9", "Check 10", "Check 10 b", "Order"]


@given(st.lists(st.text(), min_size=2))
def test_any_titles_can_be_sorted(titles: list[str]) -> None:
    assert len(sorted(titles, key=reading_order)) == len(titles)
