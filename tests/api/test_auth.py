"""Who is asking: what is no valid token is answered by 401, and a role takes both the group and the profile."""

import pytest
from cachetools import TTLCache

from app.api.auth import PROFILE_LIFETIME, Gatekeeper
from app.api.tokens import Claims
from app.domain.errors import Forbidden
from app.domain.people import AccountStatus, Role, User, with_account_status, with_role
from app.repositories.accounts import Account
from tests import factories as make
from tests.api_client import ApiClient, is_problem
from tests.refused_tokens import REFUSED
from tests.team import Team
from tests.tokens import KeySource, Seconds, Signer


def test_without_a_token_the_answer_says_how_to_send_one(team: Team) -> None:
    answer = team.anonymous.get("/users/me")
    assert is_problem(answer, 401)
    assert answer.headers["www-authenticate"] == "Bearer"
    assert "Authorization: Bearer" in answer.json()["detail"]


@pytest.mark.parametrize("fault", REFUSED)
def test_a_token_with_a_fault_is_no_sign_in(fault: str, team: Team, signer: Signer) -> None:
    assert is_problem(team.bearing(REFUSED[fault](signer)).get("/users/me"), 401)


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic YWRhOnNlY3JldA==", "token"])
def test_another_kind_of_authorization_is_no_sign_in(header: str, team: Team) -> None:
    assert is_problem(ApiClient(team.app, {"Authorization": header}).get("/users/me"), 401)


def test_every_refused_token_gets_the_same_words(team: Team, signer: Signer) -> None:
    details = {
        team.bearing(REFUSED[fault](signer)).get("/users/me").json()["detail"]
        for fault in ("garbage", "expired", "another client", "an unknown key id")
    }
    assert len(details) == 1


def test_while_no_key_can_be_fetched_the_caller_is_asked_to_come_back(
    team: Team, key_source: KeySource, max_member: User
) -> None:
    key_source.is_out = True
    answer = team.client(max_member).get("/users/me")
    assert is_problem(answer, 503)
    assert int(answer.headers["retry-after"]) > 0


def test_people_stay_signed_in_while_the_source_of_keys_is_out(
    team: Team, member: ApiClient, key_source: KeySource, seconds: Seconds
) -> None:
    assert member.get("/users/me").status_code == 200
    key_source.is_out = True
    seconds.pass_by(7200)
    assert member.get("/users/me").status_code == 200


def test_a_token_that_the_issuer_revoked_makes_no_profile(team: Team, signer: Signer) -> None:
    user_id = make.user_id()
    assert is_problem(team.bearing(signer.token(user_id)).get("/users/me"), 401)
    assert team.people.get(user_id) is None


def test_the_deactivated_are_told_so(team: Team) -> None:
    person = team.person(status=AccountStatus.DEACTIVATED)
    answer = team.client(person).get("/users/me")
    assert is_problem(answer, 403)
    assert "deactivated" in answer.json()["detail"]


def test_the_group_alone_makes_no_admin(team: Team, max_member: User, signer: Signer) -> None:
    assert is_problem(team.bearing(signer.token(max_member.id, "ADMIN")).post("/tasks", json={"title": "x"}), 403)


def test_the_profile_alone_makes_no_admin(team: Team, ada: User, signer: Signer) -> None:
    answer = team.bearing(signer.token(ada.id)).post("/tasks", json={"title": "x"})
    assert is_problem(answer, 403)
    assert "admin" in answer.json()["detail"]


@pytest.mark.parametrize(("groups", "role"), [((), Role.MEMBER), (("ADMIN",), Role.ADMIN), (("OTHER",), Role.MEMBER)])
def test_whoever_has_no_profile_yet_gets_one_on_first_use(
    groups: tuple[str, ...], role: Role, team: Team, signer: Signer
) -> None:
    user_id = make.user_id()
    team.accounts.by_user_id[user_id] = Account("new@example.com", "New Person")
    answer = team.bearing(signer.token(user_id, *groups)).get("/users/me")
    assert answer.status_code == 200
    assert (answer.json()["name"], answer.json()["role"]) == ("New Person", role)


def test_a_profile_is_read_once_for_several_requests(team: Team, signer: Signer) -> None:
    person = make.user()
    reads: list[str] = []

    def find_profile(claims: Claims, _token: str) -> User:
        reads.append(claims.user_id)
        return person

    gatekeeper = Gatekeeper(team.wiring.gatekeeper.verifier, find_profile)
    token = signer.token(person.id)
    claims = gatekeeper.claims(token)
    assert gatekeeper.principal(token, claims) == gatekeeper.principal(token, claims)
    assert reads == [person.id]


def test_a_change_elsewhere_is_noticed_within_30_seconds(team: Team, signer: Signer, seconds: Seconds) -> None:
    person = make.user(role=Role.ADMIN)
    profiles = {person.id: person}
    gatekeeper = Gatekeeper(
        team.wiring.gatekeeper.verifier,
        lambda claims, _token: profiles[claims.user_id],
        TTLCache(8, PROFILE_LIFETIME, timer=seconds),
    )
    token = signer.token(person.id, "ADMIN")
    claims = gatekeeper.claims(token)
    assert gatekeeper.principal(token, claims).is_admin
    profiles[person.id] = with_role(person, Role.MEMBER)
    seconds.pass_by(29)
    assert gatekeeper.principal(token, claims).is_admin
    seconds.pass_by(1)
    assert not gatekeeper.principal(token, claims).is_admin


def test_a_change_here_is_noticed_at_once(team: Team, signer: Signer) -> None:
    person, other = make.user(), make.user()
    profiles = {person.id: person, other.id: other}
    gatekeeper = Gatekeeper(team.wiring.gatekeeper.verifier, lambda claims, _token: profiles.pop(claims.user_id))
    for user in (person, other):
        token = signer.token(user.id)
        gatekeeper.principal(token, gatekeeper.claims(token))
    profiles[person.id] = with_account_status(person, AccountStatus.DEACTIVATED)
    gatekeeper.forget(person.id)
    gatekeeper.forget("nobody known here")
    token = signer.token(other.id)
    assert gatekeeper.principal(token, gatekeeper.claims(token)).user_id == other.id
    token = signer.token(person.id)
    with pytest.raises(Forbidden):
        gatekeeper.principal(token, gatekeeper.claims(token))
