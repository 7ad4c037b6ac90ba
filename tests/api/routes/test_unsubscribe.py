"""Unsubscribing over HTTP: without a sign-in, by a signed link, in one click of a mail program."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from app.api.body_limit import MAX_BODY_SIZE
from app.domain.people import AccountStatus, Channel, Notification, User
from app.domain.unsubscribe import unsubscribe_token
from tests import factories as make
from tests.api_client import is_problem
from tests.team import SETTINGS, Team

ONE_CLICK = {"data": {"List-Unsubscribe": "One-Click"}}


def token_of(user_id: str, notification: Notification = Notification.ASSIGNED) -> dict[str, str]:
    return {"token": unsubscribe_token(SETTINGS.signing_key, user_id, notification)}


def gets_mail(team: Team, user: User) -> bool:
    found = team.people.get(user.id)
    assert found is not None
    return Channel.EMAIL in found.notifications[Notification.ASSIGNED]


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("query", [{}, {"token": "x" * 201}], ids=["none", "too long"])
def test_what_is_no_link_is_refused(method: str, query: dict[str, str], team: Team) -> None:
    answer = team.anonymous.request(method, "/unsubscribe", params=query)
    assert is_problem(answer, 422)
    assert [row["field"] for row in answer.json()["errors"]] == ["token"]


@pytest.mark.parametrize("token", ["", "forged", "ASSIGNED.{user_id}.forged", "ü", "a.b\r\nc"])
def test_a_token_that_is_not_ours_is_refused_in_words(token: str, team: Team, max_member: User) -> None:
    query = {"token": token.format(user_id=max_member.id)}
    answer = team.anonymous.post("/unsubscribe", params=query)
    assert is_problem(answer, 422)
    assert "Copy the whole link from the mail" in answer.json()["detail"]
    assert gets_mail(team, max_member)


def test_a_token_in_the_body_is_none(team: Team, max_member: User) -> None:
    assert is_problem(team.anonymous.post("/unsubscribe", data=token_of(max_member.id)), 422)
    assert is_problem(team.anonymous.post("/unsubscribe", json=token_of(max_member.id)), 422)
    assert gets_mail(team, max_member)


def test_somebody_who_is_gone_is_not_found(team: Team) -> None:
    assert is_problem(team.anonymous.post("/unsubscribe", params=token_of(make.user_id())), 404)


def test_a_body_too_large_is_refused_here_too(team: Team, max_member: User) -> None:
    body = b"x" * (MAX_BODY_SIZE + 1)
    assert is_problem(team.anonymous.post("/unsubscribe", params=token_of(max_member.id), content=body), 413)
    assert gets_mail(team, max_member)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_it_takes_no_other_method(method: str, team: Team) -> None:
    answer = team.anonymous.request(method, "/unsubscribe")
    assert is_problem(answer, 405)
    assert answer.headers["allow"] == "GET, POST"


def test_another_page_may_not_read_the_answer(team: Team, max_member: User) -> None:
    elsewhere = {"Origin": "https://evil.example.org"}
    answer = team.anonymous.post("/unsubscribe", params=token_of(max_member.id), headers=elsewhere)
    assert "access-control-allow-origin" not in answer.headers


def test_following_a_link_changes_nothing_and_leads_to_the_page(team: Team, max_member: User) -> None:
    query = token_of(max_member.id)
    answer = team.anonymous.get("/unsubscribe", params=query)
    assert (answer.status_code, answer.content) == (303, b"")
    assert answer.headers["location"] == f"{SETTINGS.page_origin}/unsubscribe?token={query['token']}"
    assert gets_mail(team, max_member)


def test_a_link_that_was_touched_leads_to_the_page_and_nowhere_else(team: Team) -> None:
    token = "//evil.example.org/\r\nSet-Cookie: a=b&to=#"
    answer = team.anonymous.get("/unsubscribe", params={"token": token})
    place = urlsplit(answer.headers["location"])
    assert f"{place.scheme}://{place.netloc}" == SETTINGS.page_origin
    assert (place.path, parse_qs(place.query), place.fragment) == ("/unsubscribe", {"token": [token]}, "")
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "body",
    [
        {},
        ONE_CLICK,
        {"files": {"List-Unsubscribe": (None, "One-Click")}},
        {"json": {"any": "thing"}},
        {"content": b"{", "headers": {"Content-Type": "application/json"}},
        {"content": b"\xff", "headers": {"Content-Type": "multipart/form-data"}},
        {"headers": {"Authorization": "Bearer forged"}},
        {"headers": {"Origin": SETTINGS.page_origin}},
    ],
    ids=["nothing", "form", "multipart", "json", "broken json", "broken form", "a stranger's token", "from the page"],
)
def test_one_click_stops_one_kind_of_mail_whatever_the_body(body: dict[str, Any], team: Team, max_member: User) -> None:
    for _ in range(2):
        answer = team.anonymous.post("/unsubscribe", params=token_of(max_member.id), **body)
        assert answer.status_code == 200, answer.text
        assert answer.json() == {"notification": "ASSIGNED", "channel": "EMAIL"}
    assert not gets_mail(team, max_member)
    profile = team.client(max_member).get("/users/me").json()["notifications"]
    assert (profile["ASSIGNED"], profile["OVERDUE"]) == (["INBOX"], ["EMAIL", "INBOX"])


def test_whoever_was_deactivated_may_unsubscribe_too(team: Team) -> None:
    left = team.person(status=AccountStatus.DEACTIVATED)
    assert team.anonymous.post("/unsubscribe", params=token_of(left.id), **ONE_CLICK).status_code == 200
    assert not gets_mail(team, left)


def test_the_document_asks_for_no_sign_in_and_names_every_answer(team: Team) -> None:
    operations = team.app.openapi()["paths"]["/api/v1/unsubscribe"]
    assert set(operations["get"]["responses"]) == {"303", "413", "422", "500"}
    assert set(operations["post"]["responses"]) == {"200", "404", "412", "413", "422", "500", "503"}
    for operation in operations.values():
        assert "security" not in operation
        assert "requestBody" not in operation
        assert [parameter["name"] for parameter in operation["parameters"]] == ["token"]
