"""Bulk changes over HTTP."""

import pytest

from app.api.tokens import KeySet
from app.domain.status import Status
from tests import factories as make
from tests.api_client import ApiClient, is_problem
from tests.conftest import Table
from tests.team import Team
from tests.tokens import KeySource, Seconds, Signer

pytestmark = pytest.mark.dynamodb_local


@pytest.fixture
def team(dynamodb_local_table: Table, signer: Signer, key_source: KeySource, seconds: Seconds) -> Team:
    """The tasks are changed side by side, and moto is not made for threads."""
    return Team.on(dynamodb_local_table, KeySet(key_source, seconds), signer)


def test_two_changes_at_once_are_refused(team: Team, admin: ApiClient) -> None:
    body = {"taskIds": [team.task().id], "change": {"status": "CLOSED", "delete": True}}
    assert is_problem(admin.post("/tasks/bulk", json=body), 422)


def test_every_task_gets_its_own_answer_in_order_and_once(team: Team, admin: ApiClient) -> None:
    done, missing = team.task(), make.new_ulid()
    stuck = team.task(status=Status.UNDER_REVIEW)
    body = {"taskIds": [missing, done.id, stuck.id, done.id], "change": {"status": "IN_PROGRESS"}}
    answer = admin.post("/tasks/bulk", json=body)
    results = answer.json()["results"]
    assert [(row["taskId"], row["ok"]) for row in results] == [(missing, False), (done.id, True), (stuck.id, True)]
    problem = results[0]["problem"]
    assert (problem["status"], problem["requestId"]) == (404, answer.headers["x-request-id"])
    assert results[1]["problem"] is None
