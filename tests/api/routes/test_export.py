"""The export over HTTP."""

import csv

from tests.api_client import ApiClient, is_problem
from tests.team import Team


def test_a_list_that_cannot_be_given_is_refused_before_anything_is_sent(admin: ApiClient) -> None:
    assert is_problem(admin.get("/tasks/export", params={"sort": "rank"}), 422)


def test_every_task_is_in_the_export_with_its_description(team: Team, admin: ApiClient) -> None:
    tasks = [team.task(title=f"Task {number}", description="why") for number in range(103)]
    answer = admin.get("/tasks/export")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "tasks.csv" in answer.headers["content-disposition"]
    rows = list(csv.DictReader(answer.text.splitlines()))
    assert [row["id"] for row in rows] == [task.id for task in reversed(tasks)]
    assert {row["description"] for row in rows} == {"why"}


def test_the_export_is_narrowed_as_the_list_is(team: Team, admin: ApiClient) -> None:
    team.task(title="hay")
    needle = team.task(title="needle")
    rows = list(csv.DictReader(admin.get("/tasks/export", params={"q": "needle"}).text.splitlines()))
    assert [row["id"] for row in rows] == [needle.id]


def test_an_export_that_no_lambda_could_answer_with_is_refused_with_the_way_on(team: Team, admin: ApiClient) -> None:
    for number in range(130):
        team.task(title=f"Task {number}", description="🚀" * 10_000)
    answer = admin.get("/tasks/export")
    assert is_problem(answer, 409)
    assert "Narrow it" in answer.json()["detail"]
    assert admin.get("/tasks/export", params={"q": "Task 12"}).status_code == 200
