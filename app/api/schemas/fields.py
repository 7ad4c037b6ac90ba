"""What the wire format is made of: kinds of text, and the two kinds of model."""

import re
from datetime import date
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from app.domain.names import MAX_NAME_LENGTH, is_one_line

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _one_line(text: str) -> str:
    """A line break in a title would pass a length check and become a header of a mail."""
    if not is_one_line(text):
        raise PydanticCustomError("one_line", "must be one line, without control characters")
    return text


def _day(value: object) -> object:
    """pydantic would take a number too, for seconds since 1970."""
    if value is None or (isinstance(value, str) and _DAY.fullmatch(value)):
        return value
    raise PydanticCustomError("day", "must be a day, such as 2026-03-02")


def _known_time_zone(name: str) -> str:
    """OSError: a folder of time zones, such as "America", is there but is none."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError, ValueError) as error:
        raise PydanticCustomError("time_zone", "must be a time zone's name, such as Europe/Berlin") from error
    return name


type UlidText = Annotated[str, StringConstraints(pattern=r"^[0-9A-HJKMNP-TV-Z]{26}$")]
type UserIdText = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
type Title = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(_one_line)
]
type Name = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_NAME_LENGTH), AfterValidator(_one_line)
]
type Label = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=30), AfterValidator(_one_line)
]
type Description = Annotated[str, StringConstraints(max_length=10_000)]
# The pattern keeps out paths, and names of one system's own such as "posixrules".
type TimeZone = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Z][A-Za-z0-9_+-]*(/[A-Z][A-Za-z0-9_+-]*)*$", max_length=64),
    AfterValidator(_known_time_zone),
]
type CalendarDate = Annotated[date, BeforeValidator(_day)]


class Received(BaseModel):
    """What callers send: an unknown field is a mistake to be told about."""

    model_config = ConfigDict(alias_generator=to_camel, validate_by_name=False, extra="forbid", frozen=True)


class Given(BaseModel):
    """What callers get."""

    model_config = ConfigDict(alias_generator=to_camel, validate_by_name=True, frozen=True)
