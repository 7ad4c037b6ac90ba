"""The webhook over HTTP."""

from typing import Any

import pytest

from app.domain.errors import Unfinished
from app.domain.webhooks import WebhookDeliveryState
from tests import factories as make
from tests.api_client import ApiClient, is_problem
from tests.team import Team

URL = "https://hooks.example.com/baton?team=1"


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"url": ""},
        {"url": "http://example.com"},
        {"url": "https://localhost/"},
        {"url": "https://10.0.0.1/"},
        {"url": "https://ada:secret@example.com"},
        {"url": "https://example.com/" + "a" * 2048},
        {"url": URL, "secret": "mine"},
    ],
)
def test_what_is_no_public_https_address_is_refused(body: dict[str, Any], admin: ApiClient) -> None:
    assert is_problem(admin.put("/webhook", json=body), 422)
    assert is_problem(admin.get("/webhook"), 404)


def test_an_event_never_sent_and_one_of_no_webhook_are_not_found(team: Team, admin: ApiClient) -> None:
    delivery = team.delivery()
    assert is_problem(admin.post(f"/webhook/deliveries/{make.new_ulid()}/redeliver"), 404)
    assert is_problem(admin.post("/webhook/deliveries/1/redeliver"), 422)
    admin.delete("/webhook")
    assert is_problem(admin.post(f"/webhook/deliveries/{delivery.event.id}/redeliver"), 404)
    assert team.webhook_queue.events == []


def test_a_queue_that_fails_is_no_answer_to_keep(team: Team, admin: ApiClient) -> None:
    path, headers = f"/webhook/deliveries/{team.delivery().event.id}/redeliver", {"Idempotency-Key": "k"}
    team.webhook_queue.failure = Unfinished("Send the same request again.")
    assert is_problem(admin.post(path, headers=headers), 503)
    team.webhook_queue.failure = None
    assert admin.post(path, headers=headers).status_code == 202


def test_the_secret_is_shown_once(admin: ApiClient) -> None:
    made = admin.put("/webhook", json={"url": URL})
    assert made.status_code == 200
    webhook = made.json()
    assert webhook.pop("secret").startswith("whsec_")
    assert webhook["url"] == URL
    assert admin.get("/webhook").json() == webhook


def test_a_webhook_set_again_has_the_new_address_and_a_new_secret(admin: ApiClient) -> None:
    first = admin.put("/webhook", json={"url": URL}).json()
    second = admin.put("/webhook", json={"url": "https://other.example.com"}).json()
    assert admin.get("/webhook").json()["url"] == "https://other.example.com"
    assert first["secret"] != second["secret"]


def test_a_removed_webhook_is_gone_and_its_log_stays(team: Team, admin: ApiClient) -> None:
    delivery = team.delivery()
    assert admin.delete("/webhook").status_code == 204
    assert admin.delete("/webhook").status_code == 204
    assert is_problem(admin.get("/webhook"), 404)
    (found,) = admin.get("/webhook/deliveries").json()["items"]
    assert found["eventId"] == delivery.event.id


def test_the_log_comes_latest_first_and_a_page_at_a_time(team: Team, admin: ApiClient) -> None:
    ids = [team.delivery(event=make.event(id=f"{number:026}")).event.id for number in range(3)]
    first = admin.get("/webhook/deliveries?limit=2").json()
    second = admin.get("/webhook/deliveries", params={"limit": 2, "cursor": first["nextCursor"]}).json()
    assert [row["eventId"] for row in (*first["items"], *second["items"])] == ids[::-1]


def test_an_event_asked_for_again_is_queued_once_for_one_key(team: Team, admin: ApiClient) -> None:
    delivery = team.delivery(state=WebhookDeliveryState.FAILED, attempts=10, last_status=500)
    path, headers = f"/webhook/deliveries/{delivery.event.id}/redeliver", {"Idempotency-Key": "k"}
    first, second = admin.post(path, headers=headers), admin.post(path, headers=headers)
    assert (first.status_code, second.status_code) == (202, 202)
    assert first.json() == second.json()
    assert (first.json()["state"], first.json()["attempts"], first.json()["lastStatus"]) == ("WAITING", 0, None)
    assert team.webhook_queue.events == [delivery.event]
    assert admin.get("/webhook/deliveries").json()["items"] == [first.json()]
