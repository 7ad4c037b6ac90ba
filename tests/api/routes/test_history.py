"""History over HTTP."""

from app.domain.people import User
from tests import factories as make
from tests.api_client import ApiClient, is_problem
from tests.team import Team


def test_a_project_that_is_not_there_has_no_history(admin: ApiClient) -> None:
    assert is_problem(admin.get(f"/projects/{make.new_ulid()}/events"), 404)


def test_a_tasks_history_says_who_what_from_and_to_latest_first(
    team: Team, max_member: User, ada: User, admin: ApiClient, member: ApiClient
) -> None:
    task = admin.post("/tasks", json={"title": "Write", "assigneeIds": [max_member.id]}).json()
    member.patch(f"/tasks/{task['id']}/status", json={"status": "IN_PROGRESS"})
    events = member.get(f"/tasks/{task['id']}/events").json()["items"]
    assert [(event["type"], event["actorId"]) for event in events] == [
        ("STATUS_CHANGED", max_member.id),
        ("TASK_ASSIGNED", ada.id),
        ("TASK_CREATED", ada.id),
    ]
    assert events[0]["changes"] == {"status": {"from": "OPEN", "to": "IN_PROGRESS"}}
    assert events[1]["changes"] == {"assigneeIds": {"from": [], "to": [max_member.id]}}


def test_a_projects_history_comes_a_page_at_a_time_and_loses_nothing(team: Team, admin: ApiClient) -> None:
    ids = [admin.post("/tasks", json={"title": title}).json()["id"] for title in "abc"]
    project_id = team.task().project_id
    found: list[str] = []
    query = {"limit": "2"}
    while True:
        page = admin.get(f"/projects/{project_id}/events", params=query).json()
        found += [event["taskId"] for event in page["items"]]
        if page["nextCursor"] is None:
            break
        query["cursor"] = page["nextCursor"]
    assert found == list(reversed(ids))
