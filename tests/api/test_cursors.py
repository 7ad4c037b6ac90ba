"""Cursors: callers hand them back, but neither forge nor transplant them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.api.cursors import BadCursor, Cursors

CURSORS = Cursors(b"thirty-two characters of a secret")
POSITION = "OPEN#2026-03-02#01ARZ3NDEKTSV4RRFFQ69G5FAV"


@given(st.text())
def test_text_that_was_never_a_cursor_is_refused(text: str) -> None:
    with pytest.raises(BadCursor):
        CURSORS.decode(text, "list")


@given(st.integers(min_value=0), st.integers(min_value=1, max_value=63))
def test_a_cursor_changed_in_one_character_is_refused(place: int, shift: int) -> None:
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    cursor = CURSORS.encode(POSITION, "list")
    index = place % (len(cursor) - 1)  # the last one carries spare bits
    other = alphabet[(alphabet.index(cursor[index]) + shift) % 64]
    with pytest.raises(BadCursor):
        CURSORS.decode(cursor[:index] + other + cursor[index + 1 :], "list")


def test_a_cursor_of_another_list_is_refused() -> None:
    with pytest.raises(BadCursor):
        CURSORS.decode(CURSORS.encode(POSITION, "list"), "another list")


def test_a_cursor_made_with_another_key_is_refused() -> None:
    forged = Cursors(b"another secret of the same length").encode(POSITION, "list")
    with pytest.raises(BadCursor):
        CURSORS.decode(forged, "list")


def test_a_scope_and_a_position_cannot_be_shifted_into_each_other() -> None:
    with pytest.raises(BadCursor):
        CURSORS.decode(CURSORS.encode("b#c", "list a"), "list a\nb")


@given(st.text(), st.text())
def test_a_cursor_leads_back_to_its_position(position: str, scope: str) -> None:
    cursor = CURSORS.encode(position, scope)
    assert CURSORS.decode(cursor, scope) == position
    assert set(cursor).isdisjoint("+/=&?#%")
