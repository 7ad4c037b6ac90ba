"""Answers that are kept."""

from app.domain.answers import AlreadyAnswered, Answer


def test_what_is_answered_already_carries_the_answer() -> None:
    answer = Answer("f", 201, "{}")
    assert AlreadyAnswered(answer).answer is answer
