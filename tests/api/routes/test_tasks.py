"""One task over HTTP: created, read, and its status changed."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from app.domain.people import AccountStatus, User
from app.domain.projects import GENERAL_PROJECT_ID
from app.domain.status import Status
from tests import factories as make
from tests.api_client import ApiClient, is_problem
from tests.conftest import Table
from tests.team import Team


def test_a_member_creates_no_task_however_it_looks(member: ApiClient) -> None:
    assert is_problem(member.post("/tasks", json={"title": "Mine"}), 403)
    assert is_problem(member.post("/tasks", json={"nonsense": True}), 403)


def test_a_task_that_is_missing_and_one_of_others_look_the_same(team: Team, member: ApiClient) -> None:
    missing, foreign = member.get(f"/tasks/{make.new_ulid()}"), member.get(f"/tasks/{team.task().id}")
    assert is_problem(missing, 404)
    assert is_problem(foreign, 404)
    assert missing.json()["detail"] == foreign.json()["detail"]


@pytest.mark.parametrize("task_id", ["1", "x" * 26, "0" * 27, f"{'0' * 26}%0a", "%00", "me"])
def test_what_is_no_task_id_never_reaches_the_table(task_id: str, admin: ApiClient) -> None:
    answer = admin.get(f"/tasks/{task_id}")
    assert is_problem(answer, 422)
    assert answer.json()["errors"][0]["field"] == "taskId"


def test_nothing_is_created_in_a_project_that_is_missing_or_archived(team: Team, admin: ApiClient) -> None:
    archived = team.project(archived=True)
    for project_id in (archived.id, make.new_ulid()):
        answer = admin.post("/tasks", json={"title": "x", "projectId": project_id})
        assert is_problem(answer, 422)
        assert [row["field"] for row in answer.json()["errors"]] == ["projectId"]


def test_nothing_is_created_for_the_deactivated(team: Team, admin: ApiClient) -> None:
    person = team.person(status=AccountStatus.DEACTIVATED)
    answer = admin.post("/tasks", json={"title": "x", "assigneeIds": [person.id]})
    assert is_problem(answer, 422)
    assert [row["field"] for row in answer.json()["errors"]] == ["assigneeIds"]
    assert admin.get("/tasks", params={"project": GENERAL_PROJECT_ID}).json()["items"] == []


@pytest.mark.parametrize("status", [Status.OPEN, Status.COMPLETED])
def test_a_refused_transition_names_the_allowed_ones(status: Status, team: Team, admin: ApiClient) -> None:
    task = team.task(status=Status.CLOSED)
    answer = admin.patch(f"/tasks/{task.id}/status", json={"status": status})
    assert is_problem(answer, 409)
    assert "IN_PROGRESS" in answer.json()["detail"]


def test_an_assignee_neither_closes_nor_reopens(team: Team, max_member: User, member: ApiClient) -> None:
    completed, closed = (team.task(max_member, status=status) for status in (Status.COMPLETED, Status.CLOSED))
    assert is_problem(member.patch(f"/tasks/{completed.id}/status", json={"status": "CLOSED"}), 409)
    answer = member.patch(f"/tasks/{closed.id}/status", json={"status": "IN_PROGRESS"})
    assert is_problem(answer, 409)
    assert "admin" in answer.json()["detail"]


def test_a_member_changes_no_status_of_others(team: Team, member: ApiClient) -> None:
    task = team.task()
    assert is_problem(member.patch(f"/tasks/{task.id}/status", json={"status": "IN_PROGRESS"}), 404)
    assert team.tasks.get(task.id) == task


def in_the_way(**_: Any) -> None:
    """What DynamoDB says while another transaction holds the same items."""
    raise ClientError(
        {
            "Error": {"Code": "TransactionCanceledException", "Message": "Another transaction is in the way"},
            "CancellationReasons": [{"Code": "TransactionConflict"}],
        },
        "TransactWriteItems",
    )


def test_where_others_are_always_in_the_way_the_same_request_is_to_be_sent_again(
    team: Team, admin: ApiClient, moto_table: Table
) -> None:
    path = f"/tasks/{team.task().id}/status"
    admin.get("/users/me")
    moto_table.client.meta.events.register("before-call.dynamodb.TransactWriteItems", in_the_way)
    answer = admin.patch(path, json={"status": "IN_PROGRESS"})
    assert is_problem(answer, 503)
    assert "Send the same request again" in answer.json()["detail"]
    moto_table.client.meta.events.unregister("before-call.dynamodb.TransactWriteItems", in_the_way)
    assert admin.patch(path, json={"status": "IN_PROGRESS"}).status_code == 200


def test_an_admin_creates_a_task_which_is_then_at_its_location(
    team: Team, ada: User, admin: ApiClient, max_member: User
) -> None:
    sent = {
        "title": "Write the launch checklist",
        "description": "All of it.",
        "priority": "HIGH",
        "dueDate": "2026-04-01",
        "labels": ["launch"],
        "assigneeIds": [max_member.id],
    }
    answer = admin.post("/tasks", json=sent)
    task = answer.json()
    assert (answer.status_code, answer.headers["etag"]) == (201, '"1"')
    assert {name: task[name] for name in sent} == sent
    assert (task["projectId"], task["status"], task["version"]) == (GENERAL_PROJECT_ID, "OPEN", 1)
    assert (task["createdBy"], task["updatedBy"], task["completedAt"]) == (ada.id, ada.id, None)
    found = admin.get(f"http://api.test{answer.headers['location']}")
    assert found.json() == task
    assert team.client(max_member).get(f"/tasks/{task['id']}").json() == task


def test_a_created_task_is_told_of_in_events(moto_table: Table, admin: ApiClient, max_member: User) -> None:
    task_id = admin.post("/tasks", json={"title": "x", "assigneeIds": [max_member.id]}).json()["id"]
    rows = moto_table.client.query(
        TableName=moto_table.name,
        KeyConditionExpression="PK = :task AND begins_with(SK, :event)",
        ExpressionAttributeValues={":task": {"S": f"TASK#{task_id}"}, ":event": {"S": "EVENT#"}},
    )["Items"]
    assert [row["type"]["S"] for row in rows] == ["TASK_CREATED", "TASK_ASSIGNED"]


def test_an_assignee_takes_their_task_to_completion(team: Team, max_member: User, member: ApiClient) -> None:
    path = f"/tasks/{team.task(max_member).id}/status"
    answers = [member.patch(path, json={"status": status}) for status in ("IN_PROGRESS", "UNDER_REVIEW", "COMPLETED")]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert [answer.headers["etag"] for answer in answers] == ['"2"', '"3"', '"4"']
    done = answers[-1].json()
    assert (done["status"], done["updatedBy"]) == ("COMPLETED", max_member.id)
    assert done["completedAt"] == done["updatedAt"]


def test_the_status_that_a_task_has_already_changes_nothing(team: Team, admin: ApiClient) -> None:
    answer = admin.patch(f"/tasks/{team.task().id}/status", json={"status": "OPEN"})
    assert (answer.status_code, answer.headers["etag"]) == (200, '"1"')
