"""What routes may ask for, and the one place where services get their repositories."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Request

from app.api.auth import Gatekeeper
from app.api.cursors import Cursors
from app.api.errors import Unauthenticated
from app.api.tokens import Claims, KeySet, TokenVerifier, fetch_from
from app.domain.people import Role, User
from app.repositories.accounts import AccountRepository, TokenRevoked
from app.repositories.answers import AnswerRepository
from app.repositories.clients import cognito_client, dynamodb_client, sqs_client
from app.repositories.comments import CommentRepository
from app.repositories.events import EventRepository
from app.repositories.inbox import InboxRepository
from app.repositories.people import PeopleRepository
from app.repositories.projects import ProjectRepository
from app.repositories.task_lists import TaskListRepository
from app.repositories.tasks import TaskRepository
from app.repositories.webhook_deliveries import WebhookDeliveryRepository
from app.repositories.webhook_queue import WebhookQueue
from app.repositories.webhooks import WebhookRepository
from app.services.answers import AnswerService
from app.services.board import BoardService
from app.services.bulk import BulkService
from app.services.comments import CommentService
from app.services.history import HistoryService
from app.services.inbox import InboxService
from app.services.people import PeopleService
from app.services.projects import ProjectService
from app.services.registration import Registration
from app.services.stats import StatsService
from app.services.task_lists import TaskListService
from app.services.tasks import TaskService
from app.services.team import TeamService
from app.services.unsubscribe import UnsubscribeService
from app.services.webhooks import WebhookService
from app.settings import ApiSettings

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


@dataclass(frozen=True)
class Wiring:
    """Everything the routes stand on, made once per process."""

    gatekeeper: Gatekeeper
    cursors: Cursors
    answers: AnswerService
    tasks: TaskService
    bulk: BulkService
    task_lists: TaskListService
    board: BoardService
    projects: ProjectService
    people: PeopleService
    team: TeamService
    comments: CommentService
    history: HistoryService
    stats: StatsService
    inbox: InboxService
    unsubscribe: UnsubscribeService
    webhooks: WebhookService
    page_origin: str


def wire(settings: ApiSettings) -> Wiring:
    return assemble(
        settings,
        dynamodb=dynamodb_client(settings.region),
        accounts=AccountRepository(cognito_client(settings.region)),
        webhook_queue=WebhookQueue(sqs_client(settings.region), settings.webhook_queue_url),
        keys=KeySet(fetch_from(settings.jwks_url)),
    )


def assemble(
    settings: ApiSettings,
    *,
    dynamodb: "DynamoDBClient",
    accounts: AccountRepository,
    webhook_queue: WebhookQueue,
    keys: KeySet,
) -> Wiring:
    tasks = TaskRepository(dynamodb, settings.table_name)
    task_lists = TaskListRepository(dynamodb, settings.table_name)
    projects = ProjectRepository(dynamodb, settings.table_name)
    people = PeopleRepository(dynamodb, settings.table_name)
    service = PeopleService(people, accounts, task_lists, Registration(people, projects))
    verifier = TokenVerifier(keys, settings.issuer, settings.user_pool_client_id)
    gatekeeper = Gatekeeper(verifier, partial(find_profile, service))
    return Wiring(
        gatekeeper=gatekeeper,
        cursors=Cursors(settings.signing_key),
        answers=AnswerService(AnswerRepository(dynamodb, settings.table_name)),
        tasks=TaskService(tasks),
        bulk=BulkService(TaskService(tasks)),
        task_lists=TaskListService(tasks, task_lists, projects),
        board=BoardService(tasks, task_lists),
        projects=ProjectService(projects, task_lists),
        people=service,
        team=TeamService(people, accounts, settings.user_pool_id, forget=gatekeeper.forget),
        comments=CommentService(tasks, CommentRepository(dynamodb, settings.table_name)),
        stats=StatsService(projects, task_lists, settings.team_time_zone),
        history=HistoryService(tasks, projects, EventRepository(dynamodb, settings.table_name)),
        inbox=InboxService(InboxRepository(dynamodb, settings.table_name)),
        unsubscribe=UnsubscribeService(people, settings.signing_key),
        webhooks=WebhookService(
            WebhookRepository(dynamodb, settings.table_name),
            WebhookDeliveryRepository(dynamodb, settings.table_name),
            webhook_queue,
            settings.webhook_private_addresses,
        ),
        page_origin=settings.page_origin,
    )


def find_profile(people: PeopleService, claims: Claims, token: str) -> User:
    try:
        return people.signed_in(claims.user_id, token, in_admin_group=Role.ADMIN in claims.groups)
    except TokenRevoked as error:
        raise Unauthenticated from error


def _wired[Part](pick: Callable[[Wiring], Part]) -> Callable[[Request], Part]:
    async def dependency(request: Request) -> Part:  # async: no thread for an attribute
        return pick(request.app.state.wiring)

    return dependency  # type: ignore[return-value]


Tasks = Annotated[TaskService, Depends(_wired(lambda wiring: wiring.tasks))]
Bulk = Annotated[BulkService, Depends(_wired(lambda wiring: wiring.bulk))]
TaskLists = Annotated[TaskListService, Depends(_wired(lambda wiring: wiring.task_lists))]
Board = Annotated[BoardService, Depends(_wired(lambda wiring: wiring.board))]
Projects = Annotated[ProjectService, Depends(_wired(lambda wiring: wiring.projects))]
Comments = Annotated[CommentService, Depends(_wired(lambda wiring: wiring.comments))]
Stats = Annotated[StatsService, Depends(_wired(lambda wiring: wiring.stats))]
History = Annotated[HistoryService, Depends(_wired(lambda wiring: wiring.history))]
Inbox = Annotated[InboxService, Depends(_wired(lambda wiring: wiring.inbox))]
Unsubscribe = Annotated[UnsubscribeService, Depends(_wired(lambda wiring: wiring.unsubscribe))]
Webhooks = Annotated[WebhookService, Depends(_wired(lambda wiring: wiring.webhooks))]
PageOrigin = Annotated[str, Depends(_wired(lambda wiring: wiring.page_origin))]
People = Annotated[PeopleService, Depends(_wired(lambda wiring: wiring.people))]
Team = Annotated[TeamService, Depends(_wired(lambda wiring: wiring.team))]
