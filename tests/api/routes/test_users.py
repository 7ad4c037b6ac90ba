"""People over HTTP: one's own profile, a directory that tells members little, and what an admin does with somebody."""

from typing import Any

import pytest

from app.domain.errors import Unfinished
from app.domain.people import AccountStatus, AddressStatus, Channel, Notification, Role, User
from tests import factories as make
from tests.api_client import ApiClient, is_problem
from tests.conftest import Table
from tests.team import SETTINGS, Team


def test_the_anonymous_see_nobody(team: Team) -> None:
    assert is_problem(team.anonymous.get("/users/me"), 401)
    assert is_problem(team.anonymous.get("/users"), 401)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"name": None}, "name"),
        ({"name": " "}, "name"),
        ({"name": "Ada\r\nBcc: all@example.com"}, "name"),
        ({"timeZone": None}, "timeZone"),
        ({"timeZone": "Mars/Olympus"}, "timeZone"),
        ({"notifications": None}, "notifications"),
        ({"notifications": {"ASSIGNED": None}}, "notifications.ASSIGNED"),
        ({"notifications": {"ASSIGNED": ["SMS"]}}, "notifications.ASSIGNED.0"),
        ({"notifications": {"WON": []}}, "notifications.WON.[key]"),
        ({"email": "else@example.com"}, "email"),
        ({"role": "ADMIN"}, "role"),
        ({"status": "ACTIVE"}, "status"),
        ({"emailStatus": "BOUNCED"}, "emailStatus"),
        ({"emailStatus": None}, "emailStatus"),
    ],
)
def test_a_profile_takes_nothing_empty_unknown_or_not_ones_own_to_change(
    body: dict[str, Any], field: str, team: Team, max_member: User, member: ApiClient
) -> None:
    answer = member.patch("/users/me", json=body)
    assert is_problem(answer, 422)
    assert [row["field"] for row in answer.json()["errors"]] == [field]
    assert team.people.get(max_member.id) == max_member


@pytest.mark.parametrize("user_id", ["ada", "00000000-0000-0000-0000-00000000000A"])
def test_what_is_no_persons_id_is_refused(user_id: str, admin: ApiClient) -> None:
    assert is_problem(admin.get(f"/users/{user_id}"), 422)
    assert is_problem(admin.put(f"/users/{user_id}/role", json={"role": "ADMIN"}), 422)


def test_a_member_finds_no_stranger(team: Team, max_member: User, member: ApiClient) -> None:
    colleague, stranger = team.person(name="Colleague"), team.person(name="Stranger")
    team.task(max_member, colleague)
    assert is_problem(member.get(f"/users/{stranger.id}"), 404)
    nothing_else = {"email": None, "role": None, "status": None}
    assert member.get(f"/users/{colleague.id}").json() == {"id": colleague.id, "name": "Colleague", **nothing_else}


def test_somebody_unknown_is_not_found(admin: ApiClient) -> None:
    unknown = f"/users/{make.user_id()}"
    assert is_problem(admin.get(unknown), 404)
    assert is_problem(admin.put(f"{unknown}/role", json={"role": "ADMIN"}), 404)
    assert is_problem(admin.post(f"{unknown}/deactivate"), 404)
    assert is_problem(admin.post(f"{unknown}/reactivate"), 404)


@pytest.mark.parametrize("body", [{}, {"role": None}, {"role": "OWNER"}, {"role": "ADMIN", "status": "ACTIVE"}])
def test_a_role_is_one_of_two(body: dict[str, Any], max_member: User, admin: ApiClient) -> None:
    assert is_problem(admin.put(f"/users/{max_member.id}/role", json=body), 422)


def test_the_last_active_admin_stays_one(team: Team, ada: User, admin: ApiClient) -> None:
    team.admin(status=AccountStatus.DEACTIVATED)
    for answer in (
        admin.put(f"/users/{ada.id}/role", json={"role": "MEMBER"}),
        admin.post(f"/users/{ada.id}/deactivate"),
    ):
        assert is_problem(answer, 409)
        assert "make somebody else one first" in answer.json()["detail"]
    assert (team.people.get(ada.id), team.accounts.asked) == (ada, [])


def test_while_cognito_is_out_the_caller_is_asked_to_send_the_same_again(
    team: Team, max_member: User, admin: ApiClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: str) -> None:
        raise Unfinished("Send the same request again.")

    monkeypatch.setattr(team.accounts, "disable", fail)
    answer = admin.post(f"/users/{max_member.id}/deactivate")
    assert is_problem(answer, 503)
    assert answer.json()["detail"] == "Send the same request again."
    assert [row.__dict__["request_id"] for row in caplog.records] == [answer.json()["requestId"]]
    assert is_problem(team.client(max_member).get("/users/me"), 403)


def test_a_member_sees_those_on_their_tasks_by_id_and_name_alone(
    team: Team, max_member: User, member: ApiClient
) -> None:
    colleague, stranger = team.person(name="Colleague"), team.person(name="Stranger")
    team.task(max_member, colleague)
    team.task(stranger)
    answer = member.get("/users").json()
    nothing_else = {"email": None, "role": None, "status": None}
    assert answer == {
        "items": [
            {"id": colleague.id, "name": "Colleague", **nothing_else},
            {"id": max_member.id, "name": "Max Member", **nothing_else},
        ],
        "nextCursor": None,
    }


def test_a_member_without_tasks_sees_themselves(max_member: User, member: ApiClient) -> None:
    assert [row["id"] for row in member.get("/users").json()["items"]] == [max_member.id]


def test_an_admin_sees_everybody_by_name_the_deactivated_too(team: Team, admin: ApiClient) -> None:
    team.person(name="bob", email="bob@example.com", status=AccountStatus.DEACTIVATED)
    rows = admin.get("/users").json()["items"]
    assert [row["name"] for row in rows] == ["Ada Admin", "bob"]
    assert rows[1] | {"id": ""} == {
        "id": "",
        "name": "bob",
        "email": "bob@example.com",
        "role": "MEMBER",
        "status": "DEACTIVATED",
    }


def test_everybody_sees_their_own_profile(max_member: User, member: ApiClient) -> None:
    answer = member.get("/users/me")
    assert answer.status_code == 200
    profile = answer.json()
    assert (profile["id"], profile["email"], profile["role"]) == (max_member.id, "max@example.com", "MEMBER")
    assert profile["timeZone"] == "UTC"
    assert profile["emailStatus"] == "WORKING"
    assert profile["notifications"]["ASSIGNED"] == ["EMAIL", "INBOX"]


def test_a_profile_removed_meanwhile_is_not_found(moto_table: Table, max_member: User, member: ApiClient) -> None:
    assert member.get("/users/me").status_code == 200
    key = {"PK": {"S": f"USER#{max_member.id}"}, "SK": {"S": "PROFILE"}}
    moto_table.client.delete_item(TableName=moto_table.name, Key=key)
    assert is_problem(member.get("/users/me"), 404)


def test_everybody_edits_their_own_profile(max_member: User, member: ApiClient) -> None:
    before = member.get("/users/me").json()
    change = {
        "name": " Max Power ",
        "timeZone": "Pacific/Kiritimati",
        "notifications": {"OVERDUE": [], "ASSIGNED": ["INBOX"]},
    }
    answer = member.patch("/users/me", json=change)
    assert answer.status_code == 200
    assert answer.json() == member.get("/users/me").json()
    assert answer.json() == before | {
        "name": "Max Power",
        "timeZone": "Pacific/Kiritimati",
        "notifications": before["notifications"] | {"OVERDUE": [], "ASSIGNED": ["INBOX"]},
    }


def test_whose_address_refused_mail_has_it_tried_again(team: Team) -> None:
    grace = team.person(address_status=AddressStatus.BOUNCED)
    client = team.client(grace)
    assert client.get("/users/me").json()["emailStatus"] == "BOUNCED"
    assert client.patch("/users/me", json={"name": "Grace"}).json()["emailStatus"] == "BOUNCED"
    assert client.patch("/users/me", json={"emailStatus": "WORKING"}).json()["emailStatus"] == "WORKING"
    after = team.people.get(grace.id)
    assert after is not None
    assert after.wants(Notification.ASSIGNED, Channel.EMAIL)


def test_an_empty_edit_changes_nothing(team: Team, max_member: User, member: ApiClient) -> None:
    assert member.patch("/users/me", json={}).json() == member.get("/users/me").json()
    assert team.people.get(max_member.id) == max_member


def test_an_admin_finds_anybody_in_full(team: Team, admin: ApiClient) -> None:
    person = team.person(name="Bob", email="bob@example.com", status=AccountStatus.DEACTIVATED)
    assert admin.get(f"/users/{person.id}").json() == {
        "id": person.id,
        "name": "Bob",
        "email": "bob@example.com",
        "role": "MEMBER",
        "status": "DEACTIVATED",
    }


def test_a_member_made_an_admin_is_one_with_their_next_token(team: Team, max_member: User, admin: ApiClient) -> None:
    old = team.client(max_member)
    assert is_problem(old.get("/trash"), 403)
    answer = admin.put(f"/users/{max_member.id}/role", json={"role": "ADMIN"})
    assert (answer.status_code, answer.json()["role"]) == (200, "ADMIN")
    assert is_problem(old.get("/trash"), 403)
    assert team.bearing(team.signer.token(max_member.id, "ADMIN")).get("/trash").status_code == 200
    pool_id = SETTINGS.user_pool_id
    assert team.accounts.asked == [("into ADMIN", pool_id, max_member.id), ("sign out", pool_id, max_member.id)]


def test_a_demoted_admin_is_a_member_at_once_where_it_was_done(team: Team, admin: ApiClient) -> None:
    other = team.admin()
    client = team.client(other)
    assert client.get("/trash").status_code == 200
    assert admin.put(f"/users/{other.id}/role", json={"role": "MEMBER"}).json()["role"] == "MEMBER"
    assert is_problem(client.get("/trash"), 403)
    assert [what for what, _, _ in team.accounts.asked] == ["out of ADMIN", "sign out"]


def test_somebody_deactivated_is_out_at_once_and_back_in_their_role_when_reactivated(
    team: Team, admin: ApiClient
) -> None:
    other = team.admin()
    client = team.client(other)
    assert client.get("/trash").status_code == 200
    answer = admin.post(f"/users/{other.id}/deactivate")
    assert (answer.status_code, answer.json()["status"]) == (200, "DEACTIVATED")
    assert is_problem(client.get("/users/me"), 403)
    answer = admin.post(f"/users/{other.id}/reactivate")
    assert (answer.status_code, answer.json()["status"], answer.json()["role"]) == (200, "ACTIVE", Role.ADMIN)
    assert client.get("/trash").status_code == 200
    assert [what for what, _, _ in team.accounts.asked] == ["disable", "sign out", "enable"]
