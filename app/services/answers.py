"""Idempotency: a request is done once, however often it is sent, for its answer is kept with what it did."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domain.answers import Answer
from app.repositories.answers import AnswerRepository
from app.repositories.transactions import Step
from app.services.clock import Clock, utc_now

# What a change writes besides itself, in the same transaction.
type Also[Result] = Callable[[Result], Sequence[Step]]


def nothing(_: object) -> Sequence[Step]:
    return ()


@dataclass(frozen=True)
class AnswerService:
    answers: AnswerRepository
    clock: Clock = utc_now

    def refuse_known(self, user_id: str, key: str, fingerprint: str) -> None:
        """Raises AlreadyAnswered, and Invalid where the key was another request's."""
        self.answers.refuse_known(user_id, key, fingerprint, self.clock())

    def also_keep(self, user_id: str, key: str, answer: Answer) -> Sequence[Step]:
        return [self.answers.step(user_id, key, answer, self.clock())]

    def keep(self, user_id: str, key: str, answer: Answer) -> None:
        self.answers.keep(user_id, key, answer, self.clock())
