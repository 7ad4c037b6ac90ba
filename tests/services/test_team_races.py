"""Admins who take each other off at the same moment: one of them stays, every time, and is counted."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from app.domain.errors import Conflict
from app.domain.people import Role, User
from app.services.team import TeamService
from tests import factories as make
from tests.admin_count import admin_count
from tests.conftest import Table
from tests.services.pooled_team import Act, PooledTeam, demote, promote
from tests.user_pool import UserPool

pytestmark = pytest.mark.dynamodb_local

RACES = 100


@pytest.fixture
def team(dynamodb_local_table: Table, pool: UserPool) -> PooledTeam:
    return PooledTeam.on(dynamodb_local_table, pool)


def raced(team: PooledTeam, acts: list[tuple[Act, User]]) -> list[bool]:
    """All at the same moment, each in a thread; whether each was done, or refused to keep the last admin."""
    start = Barrier(len(acts))

    def run(act: Act, user: User) -> bool:
        start.wait()
        try:
            act(team.service, user.id)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(len(acts)) as threads:
        return [attempt.result() for attempt in [threads.submit(run, act, user) for act, user in acts]]


def active_admins(team: PooledTeam) -> list[User]:
    return [user for user in team.service.people.directory(make.page()).items if user.is_active_admin]


def given_back(team: PooledTeam, users: list[User]) -> None:
    """Two active admins again, whoever was taken off."""
    for user in users:
        team.service.reactivate(user.id)
        promote(team.service, user.id)


@pytest.mark.parametrize(
    ("first", "second"),
    [(demote, demote), (demote, TeamService.deactivate), (TeamService.deactivate, TeamService.deactivate)],
    ids=["both demote", "one demotes, one deactivates", "both deactivate"],
)
def test_of_two_admins_who_take_each_other_off_one_stays(
    first: Act, second: Act, team: PooledTeam, dynamodb_local_table: Table
) -> None:
    both = [team.person("ada", Role.ADMIN), team.person("grace", Role.ADMIN)]
    for _ in range(RACES):
        done = raced(team, [(first, both[0]), (second, both[1])])
        assert sorted(done) == [False, True]
        (left,) = active_admins(team)
        assert "ADMIN" in team.pool.groups_of(left.id)
        assert team.pool.may_sign_in(left.id)
        assert admin_count(dynamodb_local_table) == 1
        given_back(team, both)
        assert admin_count(dynamodb_local_table) == len(active_admins(team)) == 2


def test_however_many_take_each_other_off_one_stays(team: PooledTeam, dynamodb_local_table: Table) -> None:
    admins = [team.person(f"admin-{number}", Role.ADMIN) for number in range(5)]
    done = raced(team, [(demote, admin) for admin in admins])
    assert sorted(done) == [False] + [True] * 4
    assert admin_count(dynamodb_local_table) == len(active_admins(team)) == 1


def test_a_person_demoted_by_many_at_once_is_counted_once(team: PooledTeam, dynamodb_local_table: Table) -> None:
    other, _ = team.person("other", Role.ADMIN), team.person("ada", Role.ADMIN)
    assert raced(team, [(demote, other)] * 4) == [True] * 4
    assert admin_count(dynamodb_local_table) == len(active_admins(team)) == 1
