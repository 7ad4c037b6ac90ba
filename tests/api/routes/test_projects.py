"""Projects over HTTP."""

from app.domain.people import User
from app.domain.projects import GENERAL_PROJECT_ID
from tests.api_client import ApiClient, is_problem
from tests.team import Team


def test_the_anonymous_see_no_project(team: Team) -> None:
    assert is_problem(team.anonymous.get("/projects"), 401)


def test_a_member_without_tasks_sees_no_project(team: Team, member: ApiClient) -> None:
    team.task()
    assert member.get("/projects").json() == {"items": [], "nextCursor": None}


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
