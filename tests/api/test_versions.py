"""Conditional requests: no newer change is lost to someone who saw an older one."""

import pytest

from tests.api_client import ApiClient, is_problem
from tests.team import Team

STARTED = {"status": "IN_PROGRESS"}


@pytest.mark.parametrize("tag", ["7", "*", "", '""', '"0"', '"-1"', '"one"', 'W/"1"', '"1", "2"', '"9999999999999999"'])
def test_what_is_no_etag_of_ours_is_refused(tag: str, team: Team, admin: ApiClient) -> None:
    task = team.task()
    answer = admin.patch(f"/tasks/{task.id}/status", json=STARTED, headers={"If-Match": tag})
    assert is_problem(answer, 400)
    assert "ETag" in answer.json()["detail"]


def test_a_move_without_a_version_is_refused(team: Team, admin: ApiClient) -> None:
    answer = admin.post(f"/tasks/{team.task().id}/move", json={})
    assert is_problem(answer, 428)
    assert "If-Match" in answer.json()["detail"]


@pytest.mark.parametrize("request_line", [("PATCH", "status", STARTED), ("POST", "move", {})])
def test_an_older_version_is_refused_with_the_current_one(
    request_line: tuple[str, str, dict[str, str]], team: Team, admin: ApiClient
) -> None:
    method, action, body = request_line
    task = team.task(version=3)
    answer = admin.request(method, f"/tasks/{task.id}/{action}", json=body, headers={"If-Match": '"2"'})
    assert is_problem(answer, 412)
    assert answer.json()["currentVersion"] == 3


def test_the_version_read_lets_the_change_through_and_answers_the_next(team: Team, admin: ApiClient) -> None:
    task = team.task()
    tag = admin.get(f"/tasks/{task.id}").headers["etag"]
    assert tag == '"1"'
    answer = admin.patch(f"/tasks/{task.id}/status", json=STARTED, headers={"If-Match": f" {tag} "})
    assert answer.status_code == 200
    assert answer.headers["etag"] == '"2"'
    assert answer.json()["version"] == 2


def test_a_status_change_may_leave_the_version_out(team: Team, admin: ApiClient) -> None:
    assert admin.patch(f"/tasks/{team.task().id}/status", json=STARTED).status_code == 200
