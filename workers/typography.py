"""What people wrote, made fit for a subject or a line of a mail: one line, no tricks, cut between words."""

import re
import unicodedata

# Controls, line separators, halves of a character, and the marks that turn the reading direction of what follows.
_UNFIT = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\u202a-\u202e\u2066-\u2069"
_UNFIT_IN_LINE = re.compile(f"[{_UNFIT}]+")
_UNFIT_IN_TEXT = re.compile(f"(?!\n)[{_UNFIT}]")
_RIGHT_TO_LEFT = {"R", "AL", "AN"}
_APART, _END_APART = "\u2068", "\u2069"
_JOINER = "\u200d"
_NUMBER = re.compile(r"([0-9]+)")
_SKIN_TONES = range(0x1F3FB, 0x1F400)


def one_line(text: str) -> str:
    return " ".join(_UNFIT_IN_LINE.sub(" ", text).split())


def plain_text(text: str) -> str:
    """Lines stay."""
    return _UNFIT_IN_TEXT.sub("", text.replace("\r\n", "\n").replace("\t", " ")).strip()


def shorten(text: str, length: int) -> str:
    """At most so many characters: cut between two words unless that would take half of it, never within a symbol."""
    if len(text) <= length:
        return text
    end = _between_words(text, length - 1)
    if end <= length // 2:
        end = _between_symbols(text, length - 1)
    return f"{text[:end].rstrip()}…"


def apart(text: str) -> str:
    """Hebrew or Arabic within an English sentence must not turn the words around it."""
    turns = any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)
    return f"{_APART}{text}{_END_APART}" if turns else text


def reading_order(title: str) -> list[tuple[int, str]]:
    """To sort by: Module 9 comes before Module 10."""
    return [(int(part), "") if part.isdecimal() else (0, part.casefold()) for part in _NUMBER.split(title)]


def _between_words(text: str, end: int) -> int:
    """0: there is no such place."""
    while end > 0 and not text[end].isspace():
        end -= 1
    return end


def _between_symbols(text: str, end: int) -> int:
    """An emoji of several characters, or a letter and its accents, are one symbol."""
    place = end
    while place > 0 and (_continues(text[place]) or text[place - 1] == _JOINER):
        place -= 1
    return place or end


def _continues(character: str) -> bool:
    is_mark = unicodedata.category(character).startswith("M")
    return is_mark or character == _JOINER or ord(character) in _SKIN_TONES
