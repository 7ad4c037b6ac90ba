"""Names: what is one line, and what is made of a text that is none."""

import pytest

from app.domain.names import MAX_NAME_LENGTH, as_name, is_one_line

BREAKS = ["\x00", "\t", "\n", "\r", "\x1f", "\x7f", "\x9f", "\u2028", "\u2029"]


@pytest.mark.parametrize("character", BREAKS)
def test_a_text_with_a_line_break_or_control_character_is_not_one_line(character: str) -> None:
    assert not is_one_line(f"Ada{character}Lovelace")
    assert as_name(f"Ada{character}Lovelace") == "Ada Lovelace"


@pytest.mark.parametrize("name", ["Ada Lovelace", "~", "\xa0", "渡辺 恵子", "O'Brien", "é" * MAX_NAME_LENGTH])
def test_any_other_text_is(name: str) -> None:
    assert is_one_line(name)


@pytest.mark.parametrize("name", ["Ada Lovelace", "渡辺 恵子", "Ada  Lovelace", "é" * MAX_NAME_LENGTH])
def test_a_name_stays_as_it_is(name: str) -> None:
    assert as_name(name) == name


def test_a_long_name_is_cut() -> None:
    assert as_name("é" * 2048) == "é" * 100
    assert as_name(f"{'x' * 99} y") == "x" * 99


@pytest.mark.parametrize("text", ["", " ", "\n\t\x00"])
def test_of_nothing_comes_no_name(text: str) -> None:
    assert as_name(text) == ""


def test_around_a_name_is_nothing() -> None:
    assert as_name(" \nAda\r\n") == "Ada"
