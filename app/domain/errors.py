"""Every way the domain refuses, in the caller's words.

DomainError
├── NotFound          it does not exist, or you may not see it
├── Forbidden         you may see it, but this is not yours to do
├── Conflict          it clashes with how things stand now
│   └── Stale         you saw an older version; carries the current one
├── Invalid           a field cannot be what you sent; carries the fields
└── Unfinished        not all of it is done; the same request again does the rest
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class FieldError:
    field: str
    message: str


class DomainError(Exception):
    """A refusal. Its text says what the caller can do about it."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class NotFound(DomainError):
    pass


class Forbidden(DomainError):
    pass


class Conflict(DomainError):
    pass


class Stale(Conflict):
    def __init__(self, current_version: int) -> None:
        super().__init__(
            f"Someone changed this since you read it: it is at version {current_version} now. Read it again."
        )
        self.current_version = current_version


class Invalid(DomainError):
    def __init__(self, detail: str, errors: Sequence[FieldError]) -> None:
        super().__init__(detail)
        self.errors = tuple(errors)

    @classmethod
    def field(cls, field: str, message: str) -> "Invalid":
        return cls(f"{field}: {message}", [FieldError(field, message)])


class Unfinished(DomainError):
    pass
