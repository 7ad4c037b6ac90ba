"""Projects over HTTP."""

from typing import Any

import pytest

from app.domain.people import User
from app.domain.projects import GENERAL_PROJECT_ID
from tests import factories as make
from tests.api_client import ApiClient, is_problem
from tests.team import Team


def test_the_anonymous_see_no_project(team: Team) -> None:
    assert is_problem(team.anonymous.get("/projects"), 401)


def test_a_member_without_tasks_sees_no_project(team: Team, member: ApiClient) -> None:
    team.task()
    assert member.get("/projects").json() == {"items": [], "nextCursor": None}


@pytest.mark.parametrize(
    "body", [{}, {"name": None}, {"name": " "}, {"name": "a\nb"}, {"name": "x" * 101}, {"name": "x", "archived": True}]
)
def test_a_project_has_a_name_of_one_line_and_nothing_else(body: dict[str, Any], team: Team, admin: ApiClient) -> None:
    apollo = team.project(name="Apollo")
    assert is_problem(admin.post("/projects", json=body), 422)
    assert is_problem(admin.patch(f"/projects/{apollo.id}", json=body), 422)
    assert team.projects.get(apollo.id) == apollo


def test_a_project_that_does_not_exist_is_not_found(admin: ApiClient) -> None:
    unknown = f"/projects/{make.new_ulid()}"
    assert is_problem(admin.get(unknown), 404)
    assert is_problem(admin.patch(unknown, json={"name": "New"}), 404)
    assert is_problem(admin.post(f"{unknown}/archive"), 404)


def test_what_is_no_projects_id_is_refused(admin: ApiClient) -> None:
    assert is_problem(admin.get("/projects/general"), 422)


def test_a_member_cannot_tell_a_project_without_a_task_of_theirs_from_none(team: Team, member: ApiClient) -> None:
    there, nowhere = member.get(f"/projects/{team.project().id}"), member.get(f"/projects/{make.new_ulid()}")
    assert is_problem(there, 404)
    assert is_problem(nowhere, 404)
    assert there.json()["detail"] == nowhere.json()["detail"]


def test_general_cannot_be_archived(admin: ApiClient) -> None:
    answer = admin.post(f"/projects/{GENERAL_PROJECT_ID}/archive")
    assert is_problem(answer, 409)
    assert "General" in answer.json()["detail"]


def test_a_member_finds_a_project_that_holds_a_task_of_theirs(team: Team, max_member: User, member: ApiClient) -> None:
    apollo = team.project(name="Apollo")
    team.task(max_member, project_id=apollo.id)
    assert member.get(f"/projects/{apollo.id}").json()["name"] == "Apollo"


def test_a_created_project_is_where_its_location_says(admin: ApiClient) -> None:
    created = admin.post("/projects", json={"name": " Apollo "})
    assert created.status_code == 201
    assert (created.json()["name"], created.json()["archived"], created.json()["version"]) == ("Apollo", False, 1)
    found = admin.get(f"http://api.test{created.headers['location']}")
    assert (found.status_code, found.json()) == (200, created.json())


def test_a_renamed_project_is_listed_by_its_new_name(team: Team, admin: ApiClient) -> None:
    apollo = team.project(name="Apollo")
    renamed = admin.patch(f"/projects/{apollo.id}", json={"name": "Voyager"})
    assert (renamed.status_code, renamed.json()["name"], renamed.json()["version"]) == (200, "Voyager", 2)
    assert [row["name"] for row in admin.get("/projects").json()["items"]] == ["General", "Voyager"]


def test_a_project_archived_twice_is_archived_once(team: Team, admin: ApiClient) -> None:
    apollo = team.project(name="Apollo")
    first, second = (admin.post(f"/projects/{apollo.id}/archive") for _ in range(2))
    assert first.json() == second.json()
    assert (first.status_code, first.json()["archived"], first.json()["version"]) == (200, True, 2)
    assert is_problem(admin.post("/tasks", json={"title": "Late", "projectId": apollo.id}), 422)


def test_a_member_sees_the_projects_that_hold_a_task_of_theirs(team: Team, max_member: User, member: ApiClient) -> None:
    apollo, voyager = team.project(name="Apollo"), team.project(name="Voyager")
    for project in (voyager, apollo, apollo):
        team.task(max_member, project_id=project.id)
    team.project(name="Zond")
    assert [row["name"] for row in member.get("/projects").json()["items"]] == ["Apollo", "Voyager"]


def test_an_admin_sees_all_projects_by_name(team: Team, admin: ApiClient) -> None:
    team.project(name="apollo", archived=True)
    rows = admin.get("/projects").json()["items"]
    assert [row["name"] for row in rows] == ["apollo", "General"]
    assert rows[1] == {
        "id": GENERAL_PROJECT_ID,
        "name": "General",
        "archived": False,
        "createdAt": "2026-03-02T09:30:00Z",
        "version": 1,
    }


def test_an_admins_projects_come_in_pages(team: Team, admin: ApiClient) -> None:
    team.project(name="Apollo")
    first = admin.get("/projects?limit=1").json()
    second = admin.get("/projects", params={"limit": "1", "cursor": first["nextCursor"]}).json()
    assert [row["name"] for row in first["items"] + second["items"]] == ["Apollo", "General"]
