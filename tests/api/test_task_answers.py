"""The answer that most changes of a task give."""

from app.api.once import OneRequest
from app.api.task_answers import also_keep
from app.repositories.answers import AnswerRepository
from app.services.answers import AnswerService
from tests import factories as make
from tests.conftest import Table


def test_a_request_without_a_key_keeps_nothing(moto_table: Table) -> None:
    answers = AnswerService(AnswerRepository(moto_table.client, moto_table.name))
    assert also_keep(OneRequest(answers, "ada", None, "f"))(make.task()) == ()


def test_the_kept_answer_is_the_task_with_its_version(moto_table: Table) -> None:
    answers = AnswerService(AnswerRepository(moto_table.client, moto_table.name), clock=lambda: make.NOW)
    task = make.task(version=7)
    [step] = also_keep(OneRequest(answers, "ada", "k", "f"))(task)
    item = step.arguments["Item"]
    assert item["headers"] == {"M": {"ETag": {"S": '"7"'}}}
    assert task.id in item["body"]["S"]
