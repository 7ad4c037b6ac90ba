"""Names, of people and of projects: one line, and not a long one."""

import re

MAX_NAME_LENGTH = 100

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def is_one_line(text: str) -> bool:
    return not _CONTROL.search(text)


def as_name(text: str) -> str:
    """What can be kept as a name of a text from elsewhere. Empty where nothing can."""
    return _CONTROL.sub(" ", text).strip()[:MAX_NAME_LENGTH].rstrip()
