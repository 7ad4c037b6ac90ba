"""People over HTTP: one's own profile, and a directory that tells members little."""

from app.domain.people import AccountStatus, User
from tests.api_client import ApiClient, is_problem
from tests.conftest import Table
from tests.team import Team


def test_the_anonymous_see_nobody(team: Team) -> None:
    assert is_problem(team.anonymous.get("/users/me"), 401)
    assert is_problem(team.anonymous.get("/users"), 401)


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
    assert profile["notifications"]["ASSIGNED"] == ["EMAIL", "INBOX"]


def test_a_profile_removed_meanwhile_is_not_found(moto_table: Table, max_member: User, member: ApiClient) -> None:
    assert member.get("/users/me").status_code == 200
    key = {"PK": {"S": f"USER#{max_member.id}"}, "SK": {"S": "PROFILE"}}
    moto_table.client.delete_item(TableName=moto_table.name, Key=key)
    assert is_problem(member.get("/users/me"), 404)
