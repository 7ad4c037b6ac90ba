"""Idempotency-Key: what is sent again is answered again and done once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from app.api.tokens import KeySet
from app.domain.people import User
from app.domain.projects import GENERAL_PROJECT_ID
from app.domain.tasks import Task
from tests.api_client import ApiClient, is_problem
from tests.conftest import Table
from tests.team import Team
from tests.tokens import KeySource, Signer


def titles(admin: ApiClient) -> list[str]:
    items = admin.get("/tasks", params={"project": GENERAL_PROJECT_ID}).json()["items"]
    return [item["title"] for item in items]


@pytest.mark.parametrize("key", ["", "x" * 65, "two words", "tab\t", "ü"])
def test_a_key_that_cannot_be_one_is_refused(key: str, admin: ApiClient) -> None:
    answer = admin.post("/tasks", json={"title": "Once"}, headers={"Idempotency-Key": key.encode()})
    assert is_problem(answer, 422)
    assert titles(admin) == []


def test_a_key_of_another_request_is_refused(admin: ApiClient) -> None:
    headers = {"Idempotency-Key": "k"}
    admin.post("/tasks", json={"title": "Once"}, headers=headers)
    answer = admin.post("/tasks", json={"title": "Another"}, headers=headers)
    assert is_problem(answer, 422)
    assert [row["field"] for row in answer.json()["errors"]] == ["Idempotency-Key"]
    assert titles(admin) == ["Once"]


def test_a_refused_request_may_be_mended_under_its_key(admin: ApiClient) -> None:
    headers = {"Idempotency-Key": "k"}
    assert is_problem(admin.post("/tasks", json={"title": ""}, headers=headers), 422)
    assert admin.post("/tasks", json={"title": "Once"}, headers=headers).status_code == 201


def test_the_same_key_of_another_person_is_another_key(team: Team, max_member: User, member: ApiClient) -> None:
    task = team.task(max_member)
    other = team.client(team.admin())
    headers = {"Idempotency-Key": "k"}
    for client in (member, other):
        assert client.post(f"/tasks/{task.id}/comments", json={"text": "x"}, headers=headers).status_code == 201
    assert member.get(f"/tasks/{task.id}").json()["commentCount"] == 2


type Send = Callable[[ApiClient, Task, User, dict[str, str]], httpx.Response]


def send_create(client: ApiClient, _task: Task, person: User, headers: dict[str, str]) -> httpx.Response:
    return client.post("/tasks", json={"title": "Once", "assigneeIds": [person.id]}, headers=headers)


def send_assign(client: ApiClient, task: Task, person: User, headers: dict[str, str]) -> httpx.Response:
    return client.post(f"/tasks/{task.id}/assignments", json={"userIds": [person.id]}, headers=headers)


def send_move(client: ApiClient, task: Task, _person: User, headers: dict[str, str]) -> httpx.Response:
    body: dict[str, Any] = {"status": "IN_PROGRESS"}
    return client.post(f"/tasks/{task.id}/move", json=body, headers={**headers, "If-Match": '"1"'})


def send_comment(client: ApiClient, task: Task, _person: User, headers: dict[str, str]) -> httpx.Response:
    return client.post(f"/tasks/{task.id}/comments", json={"text": "Once"}, headers=headers)


def send_bulk(client: ApiClient, task: Task, _person: User, headers: dict[str, str]) -> httpx.Response:
    body = {"taskIds": [task.id], "change": {"status": "IN_PROGRESS"}}
    return client.post("/tasks/bulk", json=body, headers=headers)


def send_project(client: ApiClient, _task: Task, _person: User, headers: dict[str, str]) -> httpx.Response:
    return client.post("/projects", json={"name": "Once"}, headers=headers)


def send_archive(client: ApiClient, task: Task, _person: User, headers: dict[str, str]) -> httpx.Response:
    return client.post(f"/projects/{task.project_id}/archive", headers=headers)


def send_deactivate(client: ApiClient, _task: Task, person: User, headers: dict[str, str]) -> httpx.Response:
    return client.post(f"/users/{person.id}/deactivate", headers=headers)


SENDS = (
    send_create,
    send_assign,
    send_move,
    send_comment,
    send_bulk,
    send_project,
    send_archive,
    send_deactivate,
)


@pytest.mark.parametrize("send", SENDS)
def test_the_second_time_gets_the_first_answer_and_does_nothing(
    send: Send, team: Team, max_member: User, admin: ApiClient
) -> None:
    task, headers = team.task(project_id=team.project().id), {"Idempotency-Key": "k"}
    first = send(admin, task, max_member, headers)
    before = (titles(admin), admin.get(f"/tasks/{task.id}").json())
    second = send(admin, task, max_member, headers)
    assert first.status_code in (200, 201)
    assert (second.status_code, second.json()) == (first.status_code, first.json())
    for name in ("etag", "location"):
        assert second.headers.get(name) == first.headers.get(name)
    assert ("idempotent-replayed" in first.headers, second.headers["idempotent-replayed"]) == (False, "true")
    assert (titles(admin), admin.get(f"/tasks/{task.id}").json()) == before


def test_somebody_assigned_before_and_taken_off_since_is_not_assigned_by_the_request_sent_again(
    team: Team, max_member: User, admin: ApiClient
) -> None:
    task, headers = team.task(max_member), {"Idempotency-Key": "k"}
    first = send_assign(admin, task, max_member, headers)
    admin.delete(f"/tasks/{task.id}/assignments/{max_member.id}")
    second = send_assign(admin, task, max_member, headers)
    assert (second.status_code, second.json()) == (200, first.json())
    assert admin.get(f"/tasks/{task.id}/assignments").json()["items"] == []


def test_what_needed_no_restoring_and_was_deleted_since_is_not_restored_by_the_request_sent_again(
    team: Team, admin: ApiClient
) -> None:
    task, headers = team.task(), {"Idempotency-Key": "k"}
    first = admin.post(f"/tasks/{task.id}/restore", headers=headers)
    admin.delete(f"/tasks/{task.id}", headers={"If-Match": '"1"'})
    assert admin.post(f"/tasks/{task.id}/restore", headers=headers).json() == first.json()
    assert is_problem(admin.get(f"/tasks/{task.id}"), 404)


def test_a_restored_task_is_answered_the_same_although_it_was_changed_since(team: Team, admin: ApiClient) -> None:
    task, headers = team.task(), {"Idempotency-Key": "k"}
    admin.delete(f"/tasks/{task.id}", headers={"If-Match": '"1"'})
    first = admin.post(f"/tasks/{task.id}/restore", headers=headers)
    admin.patch(f"/tasks/{task.id}/status", json={"status": "IN_PROGRESS"})
    second = admin.post(f"/tasks/{task.id}/restore", headers=headers)
    assert (second.json(), second.headers["etag"]) == (first.json(), first.headers["etag"])


@pytest.mark.dynamodb_local
def test_of_many_at_once_one_is_done_and_all_get_its_answer(dynamodb_local_table: Table, signer: Signer) -> None:
    team = Team.on(dynamodb_local_table, KeySet(KeySource([signer])), signer)
    admin = team.client(team.admin())

    def send() -> httpx.Response:
        return admin.post("/tasks", json={"title": "Once"}, headers={"Idempotency-Key": "k"})

    with ThreadPoolExecutor(4) as threads:
        answers = [attempt.result() for attempt in [threads.submit(send) for _ in range(8)]]
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert titles(admin) == ["Once"]
