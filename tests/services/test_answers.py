"""Doing a request once."""

from datetime import timedelta

import pytest

from app.domain.answers import AlreadyAnswered, Answer
from app.repositories.answers import AnswerRepository
from app.services.answers import AnswerService, nothing
from tests import factories as make
from tests.conftest import Table


def test_without_a_key_nothing_is_written_besides() -> None:
    assert nothing("anything") == ()


def test_a_kept_answer_is_known_for_a_day(table: Table) -> None:
    repository = AnswerRepository(table.client, table.name)
    AnswerService(repository, clock=lambda: make.NOW).keep("ada", "k", Answer("f", 200, "{}"))
    with pytest.raises(AlreadyAnswered):
        AnswerService(repository, clock=lambda: make.NOW + timedelta(hours=23)).refuse_known("ada", "k", "f")
    AnswerService(repository, clock=lambda: make.NOW + timedelta(hours=25)).refuse_known("ada", "k", "f")
