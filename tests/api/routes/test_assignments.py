"""Assignments over HTTP."""

import pytest

from app.domain.people import AccountStatus, User
from tests import factories as make
from tests.api_client import ApiClient, is_problem
from tests.team import Team


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_even_an_assignee_neither_sees_nor_makes_assignments(
    method: str, team: Team, max_member: User, member: ApiClient
) -> None:
    task = team.task(max_member)
    body = {"json": {"userIds": [max_member.id]}} if method == "POST" else {}
    assert is_problem(member.request(method, f"/tasks/{task.id}/assignments", **body), 403)


def test_assignees_cannot_take_themselves_off(team: Team, max_member: User, member: ApiClient) -> None:
    task = team.task(max_member)
    assert is_problem(member.delete(f"/tasks/{task.id}/assignments/{max_member.id}"), 403)
    assert team.tasks.get(task.id) == task


def test_a_task_that_is_missing_takes_no_assignee(admin: ApiClient, ada: User) -> None:
    path = f"/tasks/{make.new_ulid()}/assignments"
    assert is_problem(admin.get(path), 404)
    assert is_problem(admin.post(path, json={"userIds": [ada.id]}), 404)
    assert is_problem(admin.delete(f"{path}/{ada.id}"), 404)


@pytest.mark.parametrize("status", [None, AccountStatus.DEACTIVATED])
def test_whoever_is_unknown_or_deactivated_cannot_be_assigned(
    status: AccountStatus | None, team: Team, admin: ApiClient
) -> None:
    user_id = team.person(status=status).id if status else make.user_id()
    answer = admin.post(f"/tasks/{team.task().id}/assignments", json={"userIds": [user_id]})
    assert is_problem(answer, 422)
    assert user_id in answer.json()["detail"]


def test_a_task_takes_no_twenty_first_assignee(team: Team, admin: ApiClient) -> None:
    task = team.task(*(team.person() for _ in range(20)))
    answer = admin.post(f"/tasks/{task.id}/assignments", json={"userIds": [team.person().id]})
    assert is_problem(answer, 422)
    assert answer.json()["errors"][0]["field"] == "assigneeIds"


def test_whoever_is_not_assigned_cannot_be_taken_off(team: Team, admin: ApiClient, max_member: User) -> None:
    assert is_problem(admin.delete(f"/tasks/{team.task().id}/assignments/{max_member.id}"), 404)


@pytest.mark.parametrize("user_id", ["me", "0", "%23", f"{make.user_id()}%0a"])
def test_what_is_no_user_id_is_refused(user_id: str, team: Team, admin: ApiClient) -> None:
    assert is_problem(admin.delete(f"/tasks/{team.task().id}/assignments/{user_id}"), 422)


def test_an_admin_assigns_people_and_sees_who_did_so(team: Team, admin: ApiClient, ada: User, max_member: User) -> None:
    task = team.task()
    answer = admin.post(f"/tasks/{task.id}/assignments", json={"userIds": [max_member.id, max_member.id]})
    assert answer.status_code == 200
    assert answer.headers["etag"] == '"2"'
    assert answer.json()["assigneeIds"] == [max_member.id]
    (row,) = admin.get(f"/tasks/{task.id}/assignments").json()["items"]
    assert row == {"userId": max_member.id, "assignedAt": answer.json()["updatedAt"], "assignedBy": ada.id}


def test_assigning_again_changes_nothing(team: Team, admin: ApiClient, max_member: User) -> None:
    task = team.task(max_member)
    answer = admin.post(f"/tasks/{task.id}/assignments", json={"userIds": [max_member.id]})
    assert (answer.status_code, answer.headers["etag"]) == (200, '"1"')


def test_an_admin_takes_people_off(team: Team, admin: ApiClient, max_member: User, member: ApiClient) -> None:
    task = team.task(max_member)
    assert member.get(f"/tasks/{task.id}").status_code == 200
    answer = admin.delete(f"/tasks/{task.id}/assignments/{max_member.id}")
    assert (answer.status_code, answer.json()["assigneeIds"], answer.headers["etag"]) == (200, [], '"2"')
    assert is_problem(member.get(f"/tasks/{task.id}"), 404)
