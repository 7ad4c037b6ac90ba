"""Comments over HTTP."""

from typing import Any

import pytest

from app.domain.people import User
from app.domain.tasks import Task
from tests import factories as make
from tests.api_client import ApiClient, is_problem
from tests.team import Team


@pytest.fixture
def task(team: Team, max_member: User) -> Task:
    return team.task(max_member)


@pytest.mark.parametrize("body", [{}, {"text": ""}, {"text": " \n"}, {"text": None}, {"text": "x" * 10_001}, {"a": 1}])
def test_a_comment_needs_a_text(body: dict[str, Any], task: Task, member: ApiClient) -> None:
    assert is_problem(member.post(f"/tasks/{task.id}/comments", json=body), 422)
    assert member.get(f"/tasks/{task.id}/comments").json()["items"] == []


def test_a_comment_that_is_not_there_is_not_found(task: Task, member: ApiClient) -> None:
    path = f"/tasks/{task.id}/comments/{make.new_ulid()}"
    assert is_problem(member.patch(path, json={"text": "x"}), 404)
    assert is_problem(member.delete(path), 404)


def test_a_comment_may_have_several_lines(task: Task, max_member: User, member: ApiClient) -> None:
    answer = member.post(f"/tasks/{task.id}/comments", json={"text": "one\ntwo "})
    assert answer.status_code == 201
    comment = answer.json()
    assert (comment["text"], comment["authorId"], comment["editedAt"]) == ("one\ntwo", max_member.id, None)
    assert member.get(f"/tasks/{task.id}/comments").json()["items"] == [comment]


def test_an_author_changes_and_deletes_their_own(task: Task, member: ApiClient) -> None:
    comment = member.post(f"/tasks/{task.id}/comments", json={"text": "one"}).json()
    path = f"/tasks/{task.id}/comments/{comment['id']}"
    edited = member.patch(path, json={"text": "two"}).json()
    assert (edited["text"], edited["editedAt"] is None) == ("two", False)
    assert member.delete(path).status_code == 204
    assert member.get(f"/tasks/{task.id}").json()["commentCount"] == 0
