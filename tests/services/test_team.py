"""A team: roles and who may sign in, in the table and in Cognito alike."""

from dataclasses import dataclass, replace

import pytest

from app.domain.errors import Conflict, NotFound
from app.domain.people import AccountStatus, Role, User, with_profile
from app.repositories.accounts import TokenRevoked
from app.repositories.people import PeopleRepository
from app.services.team import TeamService
from tests.admin_count import admin_count
from tests.conftest import Table
from tests.services.pooled_team import Act, PooledTeam, demote, promote

ACTS: list[Act] = [promote, demote, TeamService.deactivate, TeamService.reactivate]


@dataclass
class InterruptedPeople(PeopleRepository):
    """Somebody edits each profile right after it is read, once."""

    people: PeopleRepository
    is_over: bool = False

    def get(self, user_id: str) -> User | None:
        user = self.people.get(user_id)
        if user and not self.is_over:
            self.is_over = True
            self.people.save(user, with_profile(user, {"name": "Renamed"}))
        return user

    def save(self, before: User, after: User) -> None:
        self.people.save(before, after)


@pytest.mark.parametrize("act", ACTS)
def test_somebody_without_a_profile_is_not_found_and_given_nothing(act: Act, team: PooledTeam) -> None:
    stranger = team.pool.person("stranger@example.com")
    with pytest.raises(NotFound):
        act(team.service, stranger)
    assert team.pool.groups_of(stranger) == []


@pytest.mark.parametrize("act", [demote, TeamService.deactivate])
def test_the_last_active_admin_stays_one_in_both_places(
    act: Act, team: PooledTeam, table: Table, ada: User, max_member: User
) -> None:
    token = team.pool.access_token(ada.id)
    with pytest.raises(Conflict, match="make somebody else one first"):
        act(team.service, ada.id)
    assert team.stored(ada) == ada
    assert "ADMIN" in team.pool.groups_of(ada.id)
    assert team.pool.may_sign_in(ada.id)
    assert team.service.accounts.of_token(token).email == "ada@example.com"
    assert (admin_count(table), team.forgotten) == (1, [])


@pytest.mark.parametrize("act", [promote, TeamService.reactivate])
def test_nobody_whose_account_is_gone_is_given_anything(
    act: Act, team: PooledTeam, ada: User, max_member: User
) -> None:
    gone = team.service.deactivate(max_member.id)
    team.pool.remove(gone.id)
    with pytest.raises(Conflict, match="sign up again"):
        act(team.service, gone.id)
    assert team.stored(gone) == gone


@pytest.mark.parametrize("act", [demote, TeamService.deactivate])
def test_an_admin_whose_account_is_gone_can_still_be_taken_off(
    act: Act, team: PooledTeam, table: Table, ada: User
) -> None:
    gone = team.person("gone", Role.ADMIN)
    team.pool.remove(gone.id)
    assert not act(team.service, gone.id).is_active_admin
    assert admin_count(table) == 1


def test_a_member_becomes_an_admin_at_their_next_sign_in(
    team: PooledTeam, table: Table, ada: User, max_member: User
) -> None:
    token = team.pool.access_token(max_member.id)
    promoted = promote(team.service, max_member.id)
    assert team.stored(max_member) == promoted == replace(max_member, role=Role.ADMIN, version=2)
    assert "ADMIN" in team.pool.groups_of(max_member.id)
    with pytest.raises(TokenRevoked):
        team.service.accounts.of_token(token)
    assert (admin_count(table), team.forgotten) == (2, [max_member.id])


def test_a_demoted_admin_leaves_the_group_and_is_signed_out(team: PooledTeam, table: Table, ada: User) -> None:
    other = team.person("other", Role.ADMIN)
    token = team.pool.access_token(other.id)
    demoted = demote(team.service, other.id)
    assert team.stored(other) == demoted == replace(other, role=Role.MEMBER, version=2)
    assert team.pool.groups_of(other.id) == []
    with pytest.raises(TokenRevoked):
        team.service.accounts.of_token(token)
    assert (admin_count(table), team.forgotten) == (1, [other.id])


def test_somebody_deactivated_can_sign_in_again_once_reactivated_in_the_role_they_had(
    team: PooledTeam, table: Table, ada: User
) -> None:
    other = team.person("other", Role.ADMIN)
    token = team.pool.access_token(other.id)
    gone = team.service.deactivate(other.id)
    assert team.stored(other) == gone == replace(other, status=AccountStatus.DEACTIVATED, version=2)
    assert not team.pool.may_sign_in(other.id)
    assert admin_count(table) == 1
    with pytest.raises(TokenRevoked):
        team.service.accounts.of_token(token)
    back = team.service.reactivate(other.id)
    assert team.stored(other) == back == replace(other, version=3)
    assert team.pool.may_sign_in(other.id)
    assert (admin_count(table), team.forgotten) == (2, [other.id, other.id])


def test_a_change_of_the_profile_in_between_is_kept(
    team: PooledTeam, table: Table, ada: User, max_member: User
) -> None:
    service = replace(team.service, people=InterruptedPeople(team.service.people))
    promoted = promote(service, max_member.id)
    assert team.stored(max_member) == promoted
    assert (promoted.name, promoted.role, promoted.version) == ("Renamed", Role.ADMIN, 3)
    assert admin_count(table) == 2


@pytest.mark.parametrize("act", ACTS)
def test_the_same_again_changes_nothing(act: Act, team: PooledTeam, table: Table, ada: User) -> None:
    other = team.person("other", Role.ADMIN)
    once, count = act(team.service, other.id), admin_count(table)
    groups = team.pool.groups_of(other.id)
    assert act(team.service, other.id) == once == team.stored(other)
    assert (admin_count(table), team.pool.groups_of(other.id)) == (count, groups)
