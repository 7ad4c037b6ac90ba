"""Lists of tasks and the board over HTTP: whose tasks, which ones, and in which order."""

from datetime import date
from typing import Any

import pytest

from app.domain.people import User
from app.domain.projects import GENERAL_PROJECT_ID
from app.domain.status import Status
from app.domain.tasks import Priority, Task
from tests import factories as make
from tests.api_client import ApiClient, is_problem
from tests.team import Team

COLUMN = {"project": GENERAL_PROJECT_ID, "status": "OPEN"}


def ids(client: ApiClient, **query: str) -> list[str]:
    """All pages of a list, two rows at a time."""
    found: list[str] = []
    following: dict[str, str] = {}
    while True:
        page: dict[str, Any] = client.get("/tasks", params={**query, "limit": "2", **following}).json()
        found += [row["id"] for row in page["items"]]
        if page["nextCursor"] is None:
            return found
        following = {"cursor": page["nextCursor"]}


@pytest.fixture
def column(team: Team) -> list[Task]:
    return [team.task(rank=rank) for rank in ("a1", "a2", "a3")]


def move(client: ApiClient, task: Task, **place: str) -> Any:
    return client.post(f"/tasks/{task.id}/move", json=place, headers={"If-Match": f'"{task.version}"'})


@pytest.mark.parametrize(
    ("name", "value"), [("project", "general"), ("status", "DONE"), ("assignee", "me"), ("limit", "0")]
)
def test_a_filter_that_cannot_be_taken_is_refused(name: str, value: str, admin: ApiClient) -> None:
    answer = admin.get("/tasks", params={name: value})
    assert is_problem(answer, 422)
    assert [row["field"].partition(".")[0] for row in answer.json()["errors"]] == [name]


def test_an_admin_gets_the_tasks_of_all_projects_newest_first(team: Team, admin: ApiClient) -> None:
    project = team.project()
    tasks = [team.task(), team.task(project_id=project.id), team.task()]
    assert ids(admin) == [task.id for task in reversed(tasks)]


def test_a_list_is_narrowed_by_all_that_the_query_says(team: Team, max_member: User, admin: ApiClient) -> None:
    wanted = team.task(max_member, priority=Priority.HIGH, labels=("red",), due_date=date(2026, 3, 9), title="Engine")
    for fields in ({"priority": Priority.LOW}, {"labels": ("blue",)}, {"due_date": date(2026, 3, 20)}, {"title": "x"}):
        team.task(max_member, **{"priority": Priority.HIGH, "labels": ("red",), **fields})
    query = {"priority": "HIGH", "label": "red", "dueFrom": "2026-03-01", "dueTo": "2026-03-09", "q": "ENGINE"}
    assert ids(admin, **query) == [wanted.id]
    assert ids(admin, **query, assignee=max_member.id) == [wanted.id]


def test_several_values_of_a_kind_are_any_of_them(team: Team, admin: ApiClient) -> None:
    tasks = [team.task(priority=priority) for priority in (Priority.LOW, Priority.HIGH, Priority.URGENT)]
    answer = admin.get("/tasks", params={"priority": ["LOW", "URGENT"]})
    assert [row["id"] for row in answer.json()["items"]] == [tasks[2].id, tasks[0].id]


def test_an_order_that_no_index_holds_is_refused(admin: ApiClient) -> None:
    assert is_problem(admin.get("/tasks", params={"sort": "rank"}), 422)


def test_a_member_lists_nobody_elses_tasks(ada: User, member: ApiClient) -> None:
    assert is_problem(member.get("/tasks", params={"assignee": ada.id}), 404)


def test_a_member_gets_their_own_tasks_whatever_project_they_name(
    team: Team, max_member: User, member: ApiClient
) -> None:
    own, _ = team.task(max_member), team.task()
    assert ids(member) == ids(member, project=GENERAL_PROJECT_ID) == ids(member, assignee=max_member.id) == [own.id]
    assert ids(member, project=make.new_ulid()) == []
    assert ids(member, status="CLOSED") == []


def test_open_tasks_come_by_due_date_and_done_ones_after(team: Team, max_member: User, member: ApiClient) -> None:
    first_done = team.task(max_member, status=Status.COMPLETED, completed_at=make.NOW.replace(hour=7))
    last_done = team.task(max_member, status=Status.CLOSED, completed_at=make.NOW.replace(hour=8))
    undated = team.task(max_member)
    late = team.task(max_member, due_date=date(2026, 5, 1))
    soon = team.task(max_member, due_date=date(2026, 4, 1))
    assert ids(member) == [task.id for task in (soon, late, undated, last_done, first_done)]


def test_an_admin_lists_anybodys_tasks(team: Team, max_member: User, admin: ApiClient) -> None:
    task = team.task(max_member)
    assert ids(admin, assignee=max_member.id) == [task.id]


def test_a_projects_tasks_come_newest_first(column: list[Task], admin: ApiClient) -> None:
    assert ids(admin, project=GENERAL_PROJECT_ID) == sorted((task.id for task in column), reverse=True)


def test_a_card_tells_all_but_the_description(column: list[Task], admin: ApiClient) -> None:
    whole = admin.get(f"/tasks/{column[0].id}").json()
    card = admin.get("/tasks", params=COLUMN).json()["items"][0]
    assert whole == card | {"description": ""}


def test_cards_that_are_no_longer_neighbours_take_nothing_between_them(column: list[Task], admin: ApiClient) -> None:
    first, second, third = column
    assert is_problem(move(admin, third, afterId=second.id, beforeId=first.id), 409)
    assert is_problem(move(admin, third, afterId=make.new_ulid()), 409)
    assert is_problem(move(admin, third, afterId=first.id, status="IN_PROGRESS"), 409)
    assert is_problem(move(admin, third, afterId=third.id), 409)


def test_a_move_against_the_status_machine_is_refused(column: list[Task], admin: ApiClient) -> None:
    answer = move(admin, column[0], status="COMPLETED")
    assert is_problem(answer, 409)
    assert "IN_PROGRESS" in answer.json()["detail"]


def test_a_task_that_is_missing_is_not_moved(admin: ApiClient) -> None:
    assert is_problem(move(admin, make.task()), 404)


@pytest.mark.parametrize(("above", "below", "order"), [(0, 1, "031"), (None, 0, "301"), (1, None, "013")])
def test_a_card_lands_where_it_was_dropped(
    above: int | None, below: int | None, order: str, team: Team, column: list[Task], admin: ApiClient
) -> None:
    places = {"afterId": above, "beforeId": below}
    dropped = column.pop()
    column += [dropped, dropped]
    answer = move(admin, dropped, **{name: column[at].id for name, at in places.items() if at is not None})
    assert (answer.status_code, answer.headers["etag"]) == (200, '"2"')
    assert ids(admin, **COLUMN) == [column[int(at)].id for at in order]


def test_a_card_without_a_place_goes_to_the_end_of_a_column(team: Team, column: list[Task], admin: ApiClient) -> None:
    there = team.task(status=Status.IN_PROGRESS, rank="a9")
    answer = move(admin, column[0], status="IN_PROGRESS")
    assert answer.json()["status"] == "IN_PROGRESS"
    assert ids(admin, **COLUMN | {"status": "IN_PROGRESS"}) == [there.id, column[0].id]
    assert ids(admin, **COLUMN) == [task.id for task in column[1:]]
