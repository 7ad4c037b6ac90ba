"""Paging over HTTP: limits, cursors, and whose cursor goes where."""

import pytest

from app.domain.people import User
from app.domain.projects import GENERAL_PROJECT_ID
from tests.api_client import ApiClient, is_problem
from tests.team import Team


@pytest.fixture
def cursor(team: Team, admin: ApiClient) -> str:
    """Of the directory of people, after its first."""
    team.person(name="Zoe")
    return str(admin.get("/users?limit=1").json()["nextCursor"])


@pytest.mark.parametrize("limit", ["0", "-1", "101", "ten", ""])
def test_a_limit_outside_1_to_100_is_refused(limit: str, admin: ApiClient) -> None:
    answer = admin.get("/users", params={"limit": limit})
    assert is_problem(answer, 422)
    assert [row["field"] for row in answer.json()["errors"]] == ["limit"]


@pytest.mark.parametrize("cursor", ["", "x", "nonsense", "ümlaut", "AAAAAAAAAAAAAAAAAAAAAAAA"])
def test_a_forged_cursor_is_refused(cursor: str, admin: ApiClient) -> None:
    answer = admin.get("/users", params={"cursor": cursor})
    assert is_problem(answer, 400)
    assert "nextCursor" in answer.json()["detail"]


def test_an_overlong_cursor_is_refused(admin: ApiClient) -> None:
    assert is_problem(admin.get("/users", params={"cursor": "x" * 1025}), 422)


def test_somebody_elses_cursor_is_refused(team: Team, cursor: str) -> None:
    other = team.client(team.admin())
    assert is_problem(other.get("/users", params={"cursor": cursor}), 400)


def test_a_cursor_of_another_list_is_refused(admin: ApiClient, cursor: str) -> None:
    assert is_problem(admin.get("/projects", params={"cursor": cursor}), 400)


def test_a_cursor_of_one_tasks_comments_is_refused_for_anothers(team: Team, admin: ApiClient) -> None:
    paths = [f"/tasks/{team.task().id}/comments" for _ in range(2)]
    for text in "ab":
        admin.post(paths[0], json={"text": text})
    cursor = admin.get(paths[0], params={"limit": "1"}).json()["nextCursor"]
    assert is_problem(admin.get(paths[1], params={"cursor": cursor}), 400)
    assert [row["text"] for row in admin.get(paths[0], params={"cursor": cursor}).json()["items"]] == ["b"]


def test_a_cursor_under_other_filters_is_refused(team: Team, ada: User, admin: ApiClient) -> None:
    for _ in range(2):
        team.task()
    query = {"project": GENERAL_PROJECT_ID, "limit": "1"}
    cursor = admin.get("/tasks", params=query).json()["nextCursor"]
    assert is_problem(admin.get("/tasks", params={**query, "cursor": cursor, "status": "OPEN"}), 400)
    assert is_problem(admin.get("/tasks", params={"assignee": ada.id, "cursor": cursor}), 400)


def test_the_limit_may_change_from_page_to_page(admin: ApiClient, cursor: str) -> None:
    answer = admin.get("/users", params={"cursor": cursor, "limit": "7"})
    assert [row["name"] for row in answer.json()["items"]] == ["Zoe"]


def test_pages_together_hold_everybody_once_and_end_with_null(team: Team, admin: ApiClient) -> None:
    names = sorted(f"Person {number:02}" for number in range(7))
    for name in names:
        team.person(name=name)
    seen: list[str] = []
    cursor: str | None = None
    while True:
        page = admin.get("/users", params={"limit": "3"} | ({"cursor": cursor} if cursor else {})).json()
        assert len(page["items"]) <= 3
        seen += [row["name"] for row in page["items"]]
        cursor = page["nextCursor"]
        if cursor is None:
            break
    assert seen == ["Ada Admin", *names]


def test_a_page_holds_fifty_unless_told_otherwise(team: Team, admin: ApiClient) -> None:
    for number in range(50):
        team.person(name=f"Person {number}")
    page = admin.get("/users").json()
    assert len(page["items"]) == 50
    assert page["nextCursor"]
