"""A team on one table: its people, projects and tasks, and a client signed in as each of them."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from fastapi import FastAPI
from jose import jwt

from app.api.application import create_app
from app.api.dependencies import Wiring, assemble
from app.api.tokens import KeySet
from app.domain.events import Event
from app.domain.people import Role, User
from app.domain.projects import Project, general_project
from app.domain.tasks import Task
from app.domain.webhooks import WebhookDelivery
from app.repositories.accounts import Account, AccountRepository, TokenRevoked
from app.repositories.people import PeopleRepository
from app.repositories.projects import ProjectRepository
from app.repositories.tasks import TaskRepository
from app.repositories.webhook_queue import WebhookQueue
from app.services.clock import utc_now
from app.settings import ApiSettings
from tests import factories as make
from tests.api_client import ApiClient
from tests.conftest import Table
from tests.tokens import CLIENT_ID, ISSUER, POOL_ID, Signer

SETTINGS = ApiSettings(
    table_name="baton",
    region="eu-central-1",
    user_pool_id=POOL_ID,
    user_pool_client_id=CLIENT_ID,
    jwks_url=f"{ISSUER}/.well-known/jwks.json",
    page_origin="https://baton.example.com",
    signing_key=b"thirty-two characters of a secret",
    docs=True,
    team_time_zone=ZoneInfo("UTC"),
    webhook_queue_url="https://queue.example.com/webhooks",
    webhook_private_addresses=False,
)


class Accounts(AccountRepository):
    """Cognito's side of people, by user id. Whoever is not here has been removed from it."""

    def __init__(self) -> None:
        self.by_user_id: dict[str, Account] = {}
        self.asked: list[tuple[str, str, str]] = []  # what, of which pool, for whom

    def of_token(self, access_token: str) -> Account:
        try:
            return self.by_user_id[jwt.get_unverified_claims(access_token)["sub"]]
        except KeyError as error:
            raise TokenRevoked from error

    def add_to_group(self, user_pool_id: str, username: str, role: Role) -> None:
        self.asked.append((f"into {role}", user_pool_id, username))

    def remove_from_group(self, user_pool_id: str, username: str, role: Role) -> None:
        self.asked.append((f"out of {role}", user_pool_id, username))

    def enable(self, user_pool_id: str, username: str) -> None:
        self.asked.append(("enable", user_pool_id, username))

    def disable(self, user_pool_id: str, username: str) -> None:
        self.asked.append(("disable", user_pool_id, username))

    def sign_out(self, user_pool_id: str, username: str) -> None:
        self.asked.append(("sign out", user_pool_id, username))


class WebhookEvents(WebhookQueue):
    """The webhook's queue. `failure` is what it raises."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.failure: Exception | None = None

    def put(self, event: Event) -> None:
        if self.failure:
            raise self.failure
        self.events.append(event)


@dataclass(frozen=True)
class Team:
    app: FastAPI
    wiring: Wiring
    signer: Signer
    accounts: Accounts
    webhook_queue: WebhookEvents
    people: PeopleRepository
    projects: ProjectRepository
    tasks: TaskRepository

    @classmethod
    def on(cls, table: Table, keys: KeySet, signer: Signer) -> "Team":
        """With the project General and nobody in it. `signer` signs its tokens."""
        accounts, queue = Accounts(), WebhookEvents()
        wiring = assemble(
            replace(SETTINGS, table_name=table.name),
            dynamodb=table.client,
            accounts=accounts,
            webhook_queue=queue,
            keys=keys,
        )
        people, projects = PeopleRepository(table.client, table.name), ProjectRepository(table.client, table.name)
        tasks = TaskRepository(table.client, table.name)
        projects.create(general_project(make.NOW))
        app = application()
        app.state.wiring = wiring
        return cls(app, wiring, signer, accounts, queue, people, projects, tasks)

    @property
    def anonymous(self) -> ApiClient:
        return ApiClient(self.app)

    def person(self, **fields: Any) -> User:
        """Somebody with a profile."""
        person = make.user(**fields)
        self.people.register(person)
        return person

    def admin(self, **fields: Any) -> User:
        return self.person(role=Role.ADMIN, **fields)

    def project(self, **fields: Any) -> Project:
        project = make.project(**fields)
        self.projects.create(project)
        return project

    def task(self, *assignees: User, **fields: Any) -> Task:
        """In General, unless told otherwise, and made by nobody of the team."""
        task = make.task(assignee_ids=tuple(person.id for person in assignees), **fields)
        self.tasks.create(task, [])
        return task

    def delivery(self, **fields: Any) -> WebhookDelivery:
        """Of just now, to a webhook that is set."""
        delivery = make.webhook_delivery(**{"updated_at": utc_now(), **fields})
        self.wiring.webhooks.webhooks.put(make.webhook())
        self.wiring.webhooks.deliveries.put(delivery)
        return delivery

    def bearing(self, token: str) -> ApiClient:
        return ApiClient(self.app, {"Authorization": f"Bearer {token}"})

    def client(self, person: User) -> ApiClient:
        """Signed in, and in the group that goes with the person's role."""
        return self.bearing(self.signer.token(person.id, person.role))


@cache
def application() -> FastAPI:
    """One for all tests, wired anew by each: FastAPI keeps something of every application for as long as it runs."""
    return create_app(SETTINGS, None)  # type: ignore[arg-type]
