"""How often each operation calls DynamoDB: as often as quality.md allows, however many rows and people there are.

The caller's profile is known already, as it is for 30 seconds after their last request.
"""

from typing import Any

import pytest

from app.domain.people import User
from app.domain.projects import GENERAL_PROJECT_ID
from app.domain.tasks import Task
from app.services.clock import utc_now
from tests import factories as make
from tests.api_client import ApiClient
from tests.conftest import Table
from tests.team import Team

COLUMN = {"project": GENERAL_PROJECT_ID, "status": "OPEN"}


class Calls:
    """The operations that a client asks DynamoDB for, in their order."""

    def __init__(self, table: Table) -> None:
        self.names: list[str] = []
        table.client.meta.events.register("before-call.dynamodb.*", self._count)

    def of(self, client: ApiClient, method: str, path: str, **options: Any) -> list[str]:
        client.get("/users/me")  # from here on the profile is known
        self.names.clear()
        answer = client.request(method, path, **options)
        assert answer.is_success, answer.text
        return self.names.copy()

    def _count(self, model: Any, **_: Any) -> None:
        self.names.append(model.name)


@pytest.fixture
def calls(team: Team, moto_table: Table) -> Calls:
    return Calls(moto_table)


@pytest.fixture
def task(team: Team, max_member: User) -> Task:
    """With three assignees."""
    return team.task(max_member, team.person(), team.person())


@pytest.fixture
def column(team: Team, max_member: User) -> list[Task]:
    other = team.person()
    return [team.task(max_member, other, rank=f"a{place:02}") for place in range(6)]


def test_a_known_profile_is_not_read_again_to_tell_who_is_asking(calls: Calls, admin: ApiClient) -> None:
    assert calls.of(admin, "GET", "/health") == []
    assert calls.of(admin, "GET", "/users/me") == ["GetItem"]


def test_a_list_is_one_query_whoever_asks_and_however_long_it_is(
    calls: Calls, column: list[Task], admin: ApiClient, member: ApiClient
) -> None:
    assert calls.of(admin, "GET", "/tasks", params={"project": GENERAL_PROJECT_ID}) == ["Query"]
    assert calls.of(admin, "GET", "/tasks", params=COLUMN) == ["Query"]
    assert calls.of(member, "GET", "/tasks") == ["Query"]


def test_the_directories_are_one_query_for_an_admin(calls: Calls, admin: ApiClient) -> None:
    assert calls.of(admin, "GET", "/users") == ["Query"]
    assert calls.of(admin, "GET", "/projects") == ["Query"]


def test_the_directories_of_a_member_are_those_on_their_tasks_read_at_once(
    calls: Calls, column: list[Task], member: ApiClient
) -> None:
    assert calls.of(member, "GET", "/users") == ["Query", "BatchGetItem"]
    assert calls.of(member, "GET", "/projects") == ["Query", "BatchGetItem"]


def test_a_task_is_one_read_with_its_assignees(calls: Calls, task: Task, admin: ApiClient, member: ApiClient) -> None:
    for client in (admin, member):
        assert calls.of(client, "GET", f"/tasks/{task.id}") == ["GetItem"]
    assert calls.of(admin, "GET", f"/tasks/{task.id}/assignments") == ["GetItem"]


def test_a_task_is_created_with_its_assignees_in_two(calls: Calls, task: Task, admin: ApiClient) -> None:
    body = {"title": "New", "assigneeIds": list(task.assignee_ids)}
    assert len(calls.of(admin, "POST", "/tasks", json=body)) <= 2


def test_a_change_is_a_read_and_a_transaction(
    calls: Calls, task: Task, team: Team, admin: ApiClient, member: ApiClient
) -> None:
    path, newcomer = f"/tasks/{task.id}", team.person()
    change = ["GetItem", "TransactWriteItems"]
    assert calls.of(admin, "PATCH", f"{path}/status", json={"status": "IN_PROGRESS"}) == change
    assert calls.of(member, "PATCH", f"{path}/status", json={"status": "OPEN"}) == change
    assert calls.of(admin, "POST", f"{path}/assignments", json={"userIds": [newcomer.id]}) == change
    assert calls.of(admin, "DELETE", f"{path}/assignments/{newcomer.id}") == change
    assert calls.of(admin, "PATCH", path, json={"title": "Other"}, headers={"If-Match": '"5"'}) == change
    assert calls.of(admin, "DELETE", path, headers={"If-Match": '"6"'}) == change
    assert calls.of(admin, "POST", f"{path}/restore") == change


@pytest.mark.parametrize(("after", "before", "most"), [(None, None, 2), (3, 4, 2), (3, None, 3), (None, 3, 3)], ids=str)
def test_a_card_is_moved_in_two_or_three_where_one_neighbour_is_named(
    after: int | None, before: int | None, most: int, calls: Calls, column: list[Task], admin: ApiClient
) -> None:
    place = {
        "afterId": None if after is None else column[after].id,
        "beforeId": None if before is None else column[before].id,
    }
    asked = calls.of(admin, "POST", f"/tasks/{column[0].id}/move", json=place, headers={"If-Match": '"1"'})
    assert len(asked) <= most
    assert asked[-1] == "TransactWriteItems"


def test_a_comment_is_a_read_and_a_transaction_and_a_list_of_them_two_reads(
    calls: Calls, task: Task, member: ApiClient
) -> None:
    path = f"/tasks/{task.id}/comments"
    assert calls.of(member, "POST", path, json={"text": "Looks good"}) == ["GetItem", "TransactWriteItems"]
    assert calls.of(member, "GET", path) == ["GetItem", "Query"]
    assert calls.of(member, "GET", f"/tasks/{task.id}/events") == ["GetItem", "Query"]


def test_an_inbox_is_one_query_and_marking_of_it_a_read_and_a_transaction(
    calls: Calls, team: Team, max_member: User, member: ApiClient
) -> None:
    events = [make.event() for _ in range(4)]
    for event in events:
        team.wiring.inbox.inbox.put(max_member.id, event, utc_now())
    assert calls.of(member, "GET", "/inbox") == ["Query"]
    assert calls.of(member, "GET", "/inbox?unread=true") == ["Query"]
    assert calls.of(member, "GET", "/inbox/unread-count") == ["Query"]
    some = {"ids": [event.id for event in events[:3]]}
    assert calls.of(member, "POST", "/inbox/read", json=some) == ["BatchGetItem", "TransactWriteItems"]
    assert calls.of(member, "POST", "/inbox/read", json=some) == ["BatchGetItem"]
    everything = calls.of(member, "POST", "/inbox/read", json={"all": True})
    assert everything == ["Query", "BatchGetItem", "TransactWriteItems"]


def test_no_operation_scans(calls: Calls, task: Task, admin: ApiClient) -> None:
    for path in ("/tasks", "/tasks?q=launch", "/trash", "/stats", "/tasks/export"):
        assert set(calls.of(admin, "GET", path)) <= {"Query", "BatchGetItem", "GetItem"}
