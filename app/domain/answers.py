"""Answers that are kept, so that a request sent again is answered again and done once."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Answer:
    """What a request was answered. `fingerprint` tells the request from another under the same key."""

    fingerprint: str
    status: int
    body: str
    headers: Mapping[str, str] = field(default_factory=dict)


class AlreadyAnswered(Exception):
    """The request was here before: this is what it was answered then."""

    def __init__(self, answer: Answer) -> None:
        super().__init__("already answered")
        self.answer = answer
