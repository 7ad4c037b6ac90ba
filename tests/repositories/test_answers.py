"""Answers kept in the table."""

from datetime import timedelta

import pytest

from app.domain.answers import AlreadyAnswered, Answer
from app.domain.errors import Invalid
from app.repositories.answers import KEPT, AnswerRepository
from tests import factories as make
from tests.conftest import Table

ANSWER = Answer("fingerprint", 201, '{"id": "T"}', {"ETag": '"1"'})


@pytest.fixture
def answers(table: Table) -> AnswerRepository:
    return AnswerRepository(table.client, table.name)


def test_a_key_of_another_request_is_refused(answers: AnswerRepository) -> None:
    answers.keep("ada", "k", ANSWER, make.NOW)
    with pytest.raises(Invalid, match="another request"):
        answers.refuse_known("ada", "k", "other", make.NOW)
    with pytest.raises(Invalid, match="another request"):
        answers.keep("ada", "k", Answer("other", 200, "{}"), make.NOW)


def test_a_second_answer_under_a_key_is_refused_with_the_first(answers: AnswerRepository) -> None:
    answers.keep("ada", "k", ANSWER, make.NOW)
    with pytest.raises(AlreadyAnswered) as known:
        answers.keep("ada", "k", Answer("fingerprint", 200, "{}"), make.NOW)
    assert known.value.answer == ANSWER


def test_what_is_a_day_old_is_forgotten_although_it_is_not_removed_yet(answers: AnswerRepository) -> None:
    answers.keep("ada", "k", ANSWER, make.NOW)
    later = make.NOW + KEPT + timedelta(seconds=1)
    answers.refuse_known("ada", "k", "other", later)
    answers.keep("ada", "k", Answer("other", 200, "{}"), later)
    with pytest.raises(AlreadyAnswered):
        answers.refuse_known("ada", "k", "other", later)


def test_nobody_meets_the_key_of_another(answers: AnswerRepository) -> None:
    answers.keep("ada", "k", ANSWER, make.NOW)
    answers.refuse_known("grace", "k", "fingerprint", make.NOW)
