"""A change of the team that fails half way: nobody has more than they should, and the same again finishes it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from app.domain.errors import Unfinished
from app.domain.people import AccountStatus, Role, User
from app.repositories.accounts import TokenRevoked
from app.repositories.people import PeopleRepository
from tests.admin_count import admin_count
from tests.conftest import Table
from tests.services.pooled_team import PooledTeam, demote, promote


class TableIsOut(Exception):
    pass


@dataclass
class UnwritablePeople(PeopleRepository):
    """Profiles that can be read, and not written."""

    people: PeopleRepository

    def get(self, user_id: str) -> User | None:
        return self.people.get(user_id)

    def save(self, before: User, after: User) -> None:
        raise TableIsOut(before, after)


@pytest.mark.parametrize("operation", ["AdminRemoveUserFromGroup", "AdminUserGlobalSignOut"])
def test_a_demotion_that_fails_half_way_has_taken_the_rights_and_is_finished_by_the_same_again(
    operation: str, team: PooledTeam, table: Table, ada: User
) -> None:
    other = team.person("other", Role.ADMIN)
    with team.pool.out_for(operation), pytest.raises(Unfinished):
        demote(team.service, other.id)
    assert team.stored(other).role is Role.MEMBER
    assert team.forgotten == [other.id]
    assert demote(team.service, other.id).version == 2
    assert team.pool.groups_of(other.id) == []
    assert admin_count(table) == 1


@pytest.mark.parametrize("operation", ["AdminDisableUser", "AdminUserGlobalSignOut"])
def test_a_deactivation_that_fails_half_way_is_finished_by_the_same_again(
    operation: str, team: PooledTeam, table: Table, ada: User
) -> None:
    other = team.person("other", Role.ADMIN)
    token = team.pool.access_token(other.id)
    with team.pool.out_for(operation), pytest.raises(Unfinished):
        team.service.deactivate(other.id)
    assert team.stored(other).status is AccountStatus.DEACTIVATED
    assert team.service.deactivate(other.id).version == 2
    assert not team.pool.may_sign_in(other.id)
    with pytest.raises(TokenRevoked):
        team.service.accounts.of_token(token)
    assert admin_count(table) == 1


@pytest.mark.parametrize(
    ("operation", "role"), [("AdminAddUserToGroup", "MEMBER"), ("AdminUserGlobalSignOut", "ADMIN")]
)
def test_a_promotion_that_cognito_fails_is_finished_by_the_same_again(
    operation: str, role: str, team: PooledTeam, table: Table, ada: User, max_member: User
) -> None:
    token = team.pool.access_token(max_member.id)
    with team.pool.out_for(operation), pytest.raises(Unfinished):
        promote(team.service, max_member.id)
    assert team.stored(max_member).role == role
    assert promote(team.service, max_member.id).version == 2
    assert "ADMIN" in team.pool.groups_of(max_member.id)
    with pytest.raises(TokenRevoked):
        team.service.accounts.of_token(token)
    assert admin_count(table) == 2


def test_a_reactivation_that_cognito_fails_leaves_the_person_out_until_the_same_again(
    team: PooledTeam, ada: User, max_member: User
) -> None:
    gone = team.service.deactivate(max_member.id)
    with team.pool.out_for("AdminEnableUser"), pytest.raises(Unfinished):
        team.service.reactivate(gone.id)
    assert team.stored(gone) == gone
    assert team.service.reactivate(gone.id).status is AccountStatus.ACTIVE
    assert team.pool.may_sign_in(gone.id)


@pytest.mark.parametrize("act", [promote, lambda service, user_id: service.reactivate(user_id)])
def test_what_the_table_does_not_take_gives_no_right(
    act: Callable[..., User], team: PooledTeam, table: Table, ada: User, max_member: User
) -> None:
    gone = team.service.deactivate(max_member.id)
    with pytest.raises(TableIsOut):
        act(replace(team.service, people=UnwritablePeople(team.service.people)), gone.id)
    assert team.stored(gone) == gone
    assert admin_count(table) == 1
    act(team.service, gone.id)
    assert team.stored(gone).version == 3
