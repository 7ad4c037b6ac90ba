"""The inbox over HTTP: one's own, in pages, and read for good."""

from typing import Any

import pytest

from app.domain.events import Event
from app.domain.people import User
from app.services.clock import utc_now
from tests import factories as make
from tests.api_client import ApiClient, is_problem
from tests.team import Team


@pytest.fixture
def events(team: Team, max_member: User) -> list[Event]:
    """Three that the member was told of, latest first."""
    events = sorted((make.event(actor_id=make.user_id()) for _ in range(3)), key=lambda event: event.id, reverse=True)
    for event in events:
        team.wiring.inbox.inbox.put(max_member.id, event, utc_now())
    return events


def ids(client: ApiClient, **query: Any) -> list[str]:
    return [entry["id"] for entry in client.get("/inbox", params=query).json()["items"]]


def unread(client: ApiClient) -> int:
    return int(client.get("/inbox/unread-count").json()["count"])


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "body"),
        ({"ids": [make.new_ulid()], "all": True}, "body"),
        ({"ids": None}, "body"),
        ({"all": False}, "all"),
        ({"ids": []}, "ids"),
        ({"ids": [make.new_ulid()] * 101}, "ids"),
        ({"ids": ["INBOX#1"]}, "ids.0"),
        ({"some": True}, "some"),
    ],
)
def test_what_was_read_is_said_by_ids_or_all_and_not_by_both(
    body: dict[str, Any], field: str, events: list[Event], member: ApiClient
) -> None:
    answer = member.post("/inbox/read", json=body)
    assert is_problem(answer, 422)
    assert answer.json()["errors"][0]["field"] == field
    assert unread(member) == 3


def test_neither_or_both_is_refused_in_words(member: ApiClient) -> None:
    detail = member.post("/inbox/read", json={}).json()["detail"]
    assert 'say either which entries by "ids", or "all": true' in detail


@pytest.mark.parametrize("query", [{"unread": "some"}, {"limit": "0"}, {"limit": "101"}])
def test_a_list_that_cannot_be_is_refused(query: dict[str, str], member: ApiClient) -> None:
    assert is_problem(member.get("/inbox", params=query), 422)


def test_a_cursor_leads_on_in_its_own_list_alone(events: list[Event], admin: ApiClient, member: ApiClient) -> None:
    cursor = member.get("/inbox", params={"limit": 1}).json()["nextCursor"]
    assert is_problem(admin.get("/inbox", params={"cursor": cursor}), 400)
    assert is_problem(member.get("/inbox", params={"cursor": cursor, "unread": "true"}), 400)
    assert ids(member, cursor=cursor) == [event.id for event in events[1:]]


def test_an_admin_neither_sees_nor_marks_what_another_was_told(
    events: list[Event], admin: ApiClient, member: ApiClient
) -> None:
    assert (ids(admin), unread(admin)) == ([], 0)
    assert admin.post("/inbox/read", json={"ids": [events[0].id]}).status_code == 204
    assert admin.post("/inbox/read", json={"all": True}).status_code == 204
    assert unread(member) == 3


def test_an_id_that_is_none_of_theirs_is_passed_over(events: list[Event], member: ApiClient) -> None:
    body = {"ids": [make.new_ulid(), events[0].id]}
    assert member.post("/inbox/read", json=body).status_code == 204
    assert (len(ids(member)), unread(member)) == (3, 2)


def test_an_entry_of_a_task_that_one_may_not_see_is_still_there(events: list[Event], member: ApiClient) -> None:
    event = events[0]
    assert is_problem(member.get(f"/tasks/{event.task_id}"), 404)
    assert member.get("/inbox").json()["items"][0] == {
        "id": event.id,
        "type": "TASK_ASSIGNED",
        "taskId": event.task_id,
        "projectId": event.project_id,
        "title": event.title,
        "actorId": event.actor_id,
        "occurredAt": "2026-03-02T09:30:00Z",
        "changes": {},
        "readAt": None,
    }


def test_entries_come_in_pages_latest_first(events: list[Event], member: ApiClient) -> None:
    page = member.get("/inbox", params={"limit": 2}).json()
    rest = member.get("/inbox", params={"limit": 2, "cursor": page["nextCursor"]}).json()
    assert [row["id"] for row in (*page["items"], *rest["items"])] == [event.id for event in events]
    assert rest["nextCursor"] is None


def test_what_is_read_stays_and_is_unread_no_more(events: list[Event], member: ApiClient) -> None:
    answer = member.post("/inbox/read", json={"ids": [events[1].id]})
    assert (answer.status_code, answer.content) == (204, b"")
    assert ids(member) == ids(member, unread="false") == [event.id for event in events]
    assert ids(member, unread="true") == [events[0].id, events[2].id]
    assert unread(member) == 2
    assert [entry["readAt"] is None for entry in member.get("/inbox").json()["items"]] == [True, False, True]


def test_all_is_read_at_once(events: list[Event], member: ApiClient) -> None:
    assert member.post("/inbox/read", json={"all": True}).status_code == 204
    assert (ids(member, unread="true"), unread(member)) == ([], 0)


def test_all_that_was_read_under_a_key_is_not_what_came_since(
    team: Team, max_member: User, events: list[Event], member: ApiClient
) -> None:
    headers = {"Idempotency-Key": "k"}
    assert member.post("/inbox/read", json={"all": True}, headers=headers).status_code == 204
    team.wiring.inbox.inbox.put(max_member.id, make.event(), utc_now())
    again = member.post("/inbox/read", json={"all": True}, headers=headers)
    assert (again.status_code, again.content, again.headers["idempotent-replayed"]) == (204, b"", "true")
    assert "content-type" not in again.headers
    assert unread(member) == 1
    assert is_problem(member.post("/inbox/read", json={"ids": [events[0].id]}, headers=headers), 422)
