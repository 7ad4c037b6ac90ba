"""A team with its accounts in Cognito's user pool, not only profiles in the table."""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.domain.people import Role, User
from app.repositories.accounts import AccountRepository
from app.repositories.people import PeopleRepository
from app.services.team import TeamService
from tests import factories as make
from tests.conftest import Table
from tests.user_pool import UserPool

type Act = Callable[[TeamService, str], User]


@dataclass(frozen=True)
class PooledTeam:
    """The service over a table and a user pool, and whose changed profiles it has told of."""

    service: TeamService
    pool: UserPool
    forgotten: list[str] = field(default_factory=list)

    @classmethod
    def on(cls, table: Table, pool: UserPool) -> "PooledTeam":
        forgotten: list[str] = []
        people = PeopleRepository(table.client, table.name)
        service = TeamService(people, AccountRepository(pool.cognito), pool.id, forget=forgotten.append)
        return cls(service, pool, forgotten)

    def person(self, name: str, role: Role = Role.MEMBER) -> User:
        """Somebody with a profile, an account and the group that goes with the role."""
        user = make.user(id=self.pool.person(f"{name}@example.com"), name=name, role=role)
        self.service.people.register(user)
        self.service.accounts.add_to_group(self.pool.id, user.id, role)
        return user

    def stored(self, user: User) -> User:
        found = self.service.people.get(user.id)
        assert found is not None
        return found


def promote(service: TeamService, user_id: str) -> User:
    return service.change_role(user_id, Role.ADMIN)


def demote(service: TeamService, user_id: str) -> User:
    return service.change_role(user_id, Role.MEMBER)
