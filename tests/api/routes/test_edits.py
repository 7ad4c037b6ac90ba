"""Editing, deleting and restoring a task over HTTP."""

from datetime import date
from typing import Any

import pytest

from app.domain.people import User
from app.domain.tasks import Priority
from tests import factories as make
from tests.api_client import ApiClient, is_problem
from tests.team import Team

SEEN = {"If-Match": '"1"'}


@pytest.mark.parametrize(("method", "body"), [("PATCH", {"title": "New"}), ("DELETE", None)])
def test_a_change_that_names_no_version_is_asked_for_one(method: str, body: Any, team: Team, admin: ApiClient) -> None:
    assert is_problem(admin.request(method, f"/tasks/{team.task().id}", json=body), 428)


@pytest.mark.parametrize(("method", "body"), [("PATCH", {"title": "New"}), ("DELETE", None)])
def test_a_change_of_an_older_version_is_told_the_current_one(
    method: str, body: Any, team: Team, admin: ApiClient
) -> None:
    task = team.task(version=3)
    answer = admin.request(method, f"/tasks/{task.id}", json=body, headers=SEEN)
    assert is_problem(answer, 412)
    assert answer.json()["currentVersion"] == 3
    assert team.tasks.get(task.id) == task


@pytest.mark.parametrize("field", ["title", "priority", "projectId"])
def test_what_a_task_cannot_be_without_is_not_cleared(field: str, team: Team, admin: ApiClient) -> None:
    answer = admin.patch(f"/tasks/{team.task().id}", json={field: None}, headers=SEEN)
    assert is_problem(answer, 422)
    assert [row["field"] for row in answer.json()["errors"]] == [field]


@pytest.mark.parametrize("field", ["status", "rank", "version", "assigneeIds", "createdBy"])
def test_what_has_a_route_of_its_own_is_no_edit(field: str, team: Team, admin: ApiClient) -> None:
    assert is_problem(admin.patch(f"/tasks/{team.task().id}", json={field: "x"}, headers=SEEN), 422)


def test_a_task_does_not_move_to_a_project_that_is_archived(team: Team, admin: ApiClient) -> None:
    archived = team.project(archived=True)
    answer = admin.patch(f"/tasks/{team.task().id}", json={"projectId": archived.id}, headers=SEEN)
    assert is_problem(answer, 422)
    assert [row["field"] for row in answer.json()["errors"]] == ["projectId"]


def test_an_edit_changes_what_is_sent_and_nothing_else(team: Team, admin: ApiClient) -> None:
    task = team.task(description="why", labels=("x",), due_date=date(2026, 3, 9))
    answer = admin.patch(f"/tasks/{task.id}", json={"title": "New", "priority": "URGENT"}, headers=SEEN)
    assert answer.status_code == 200
    assert answer.headers["etag"] == '"2"'
    edited = team.tasks.get(task.id)
    assert edited is not None
    assert (edited.title, edited.priority, edited.description) == ("New", Priority.URGENT, "why")
    assert (edited.labels, edited.due_date) == (("x",), date(2026, 3, 9))


def test_null_clears_what_can_be_empty(team: Team, admin: ApiClient) -> None:
    task = team.task(description="why", labels=("x",), due_date=date(2026, 3, 9))
    cleared = {"description": None, "labels": None, "dueDate": None}
    answer = admin.patch(f"/tasks/{task.id}", json=cleared, headers=SEEN).json()
    assert (answer["description"], answer["labels"], answer["dueDate"]) == ("", [], None)


def test_a_task_moves_to_another_project_with_its_card(team: Team, max_member: User, admin: ApiClient) -> None:
    task, project = team.task(max_member), team.project()
    admin.patch(f"/tasks/{task.id}", json={"projectId": project.id}, headers=SEEN)
    for query in ({"project": project.id}, {"assignee": max_member.id}):
        items = admin.get("/tasks", params=query).json()["items"]
        assert [(item["id"], item["projectId"]) for item in items] == [(task.id, project.id)]
    assert admin.get("/tasks", params={"project": task.project_id}).json()["items"] == []


def test_a_deleted_task_is_in_the_trash_and_nowhere_else(
    team: Team, max_member: User, admin: ApiClient, member: ApiClient
) -> None:
    task = team.task(max_member)
    assert admin.delete(f"/tasks/{task.id}", headers=SEEN).status_code == 204
    assert is_problem(admin.get(f"/tasks/{task.id}"), 404)
    assert is_problem(admin.patch(f"/tasks/{task.id}/status", json={"status": "CLOSED"}), 404)
    for client, query in (
        (admin, {"project": task.project_id}),
        (admin, {"project": task.project_id, "status": "OPEN"}),
        (member, {}),
    ):
        assert client.get("/tasks", params=query).json()["items"] == []
    trash = admin.get("/trash").json()["items"]
    assert [row["id"] for row in trash] == [task.id]
    assert trash[0]["deletedAt"] is not None


def test_a_restored_task_is_back_whole(team: Team, max_member: User, admin: ApiClient, member: ApiClient) -> None:
    task = team.task(max_member, description="why")
    admin.delete(f"/tasks/{task.id}", headers=SEEN)
    answer = admin.post(f"/tasks/{task.id}/restore")
    assert (answer.status_code, answer.headers["etag"]) == (200, '"3"')
    assert answer.json()["description"] == "why"
    assert [row["id"] for row in member.get("/tasks").json()["items"]] == [task.id]
    assert admin.get("/trash").json()["items"] == []
    assert admin.post(f"/tasks/{task.id}/restore").json()["version"] == 3


def test_what_never_was_is_not_restored(admin: ApiClient) -> None:
    assert is_problem(admin.post(f"/tasks/{make.new_ulid()}/restore"), 404)
