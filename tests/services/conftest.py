"""The services over a table, and the people they are asked by."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from moto import mock_aws

from app.domain.people import Principal, Role, User
from app.domain.projects import general_project
from app.repositories.accounts import Account, AccountRepository, TokenRevoked
from app.repositories.clients import cognito_client
from app.repositories.comments import CommentRepository
from app.repositories.people import PeopleRepository
from app.repositories.projects import ProjectRepository
from app.repositories.task_lists import TaskListRepository
from app.repositories.tasks import TaskRepository
from app.services.board import BoardService
from app.services.comments import CommentService
from app.services.people import PeopleService
from app.services.projects import ProjectService
from app.services.registration import Registration
from app.services.task_lists import TaskListService
from app.services.tasks import TaskService
from tests import factories as make
from tests.conftest import REGION, SESSION, Table
from tests.services.pooled_team import PooledTeam
from tests.user_pool import UserPool


class KnownAccounts(AccountRepository):
    """Cognito's accounts by token."""

    def __init__(self, accounts: dict[str, Account]) -> None:
        super().__init__(cognito_client(REGION))
        self.accounts = accounts

    def of_token(self, access_token: str) -> Account:
        if access_token not in self.accounts:
            raise TokenRevoked
        return self.accounts[access_token]


@dataclass(frozen=True)
class Services:
    tasks: TaskService
    board: BoardService
    task_lists: TaskListService
    projects: ProjectService
    people: PeopleService
    comments: CommentService
    accounts: KnownAccounts


@pytest.fixture
def services(table: Table) -> Services:
    tasks = TaskRepository(table.client, table.name)
    task_lists = TaskListRepository(table.client, table.name)
    projects = ProjectRepository(table.client, table.name)
    people = PeopleRepository(table.client, table.name)
    projects.create(general_project(make.NOW))
    accounts = KnownAccounts({})
    return Services(
        tasks=TaskService(tasks),
        board=BoardService(tasks, task_lists),
        task_lists=TaskListService(tasks, task_lists, projects),
        projects=ProjectService(projects, task_lists),
        people=PeopleService(people, accounts, task_lists, Registration(people, projects)),
        comments=CommentService(tasks, CommentRepository(table.client, table.name)),
        accounts=accounts,
    )


type Register = Callable[..., Principal]


@pytest.fixture
def register(services: Services) -> Register:
    """Gives somebody a profile and returns them as the one who asks."""

    def register_one(role: Role = Role.MEMBER, **fields: object) -> Principal:
        user: User = make.user(role=role, **fields)
        services.people.people.register(user)
        return Principal(user.id, role)

    return register_one


@pytest.fixture
def pool() -> Iterator[UserPool]:
    """Always on moto, also beside DynamoDB Local."""
    with mock_aws():
        yield UserPool.created(SESSION.client("cognito-idp"))


@pytest.fixture
def team(table: Table, pool: UserPool) -> PooledTeam:
    return PooledTeam.on(table, pool)


@pytest.fixture
def ada(team: PooledTeam) -> User:
    """An admin."""
    return team.person("ada", Role.ADMIN)


@pytest.fixture
def max_member(team: PooledTeam) -> User:
    """A member."""
    return team.person("max")
