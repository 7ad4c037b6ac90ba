"""The API once round all that it does with AWS: every route as its rightful users use it, and more."""

import os
from dataclasses import dataclass, replace
from uuid import uuid4

from app.api.dependencies import assemble
from app.api.tokens import KeySet
from app.domain.people import Principal, Role, User
from app.repositories.accounts import Account, AccountRepository
from app.repositories.clients import cognito_client, dynamodb_client, sqs_client
from app.repositories.webhook_queue import WebhookQueue
from app.settings import ApiSettings
from infra.local.table import create_table
from tests.api.test_permissions import MATRIX, Scene, filled
from tests.api_client import ApiClient
from tests.conftest import REGION, Table
from tests.infra.terraform.stage import Stage
from tests.infra.terraform.worker_scenes import fetch_signing_key
from tests.team import SETTINGS, Team
from tests.tokens import KeySource, Seconds, Signer

# Apart from the routes' plain uses: what a list can be asked for besides.
LISTS = (
    "/tasks",
    "/tasks?status=OPEN",
    "/tasks?q=launch",
    "/tasks?project={projectId}&status=OPEN",
    "/tasks?assignee={userId}",
    "/inbox?unread=true",
)


class Accounts(AccountRepository):
    """Cognito's own, but for whose token it is: to ask that takes no permission."""

    def of_token(self, _: str) -> Account:
        return Account("new@example.com", "New Comer")


@dataclass(frozen=True)
class Play:
    """A team whose scenes nobody hears, and its API, which is heard."""

    stage: Stage
    team: Team
    signer: Signer
    settings: ApiSettings

    @classmethod
    def on(cls, stage: Stage, signer: Signer) -> "Play":
        """On a table of its own: moto copies all of a table at each transaction."""
        table = Table(stage.table.client, f"baton-{uuid4().hex}")
        create_table(table.client, table.name)
        keys = KeySet(KeySource([signer]), Seconds())
        team = Team.on(table, keys, signer)
        settings = replace(SETTINGS, table_name=table.name, user_pool_id=stage.pool.id)
        team.app.state.wiring = assemble(
            settings,
            dynamodb=dynamodb_client(REGION),
            accounts=Accounts(cognito_client(REGION)),
            webhook_queue=WebhookQueue(sqs_client(REGION), os.environ["WEBHOOK_QUEUE_URL"]),
            keys=keys,
        )
        return cls(stage, team, signer, settings)

    def scene(self) -> Scene:
        assignee = self.team.person(id=self.stage.pool.person(f"{uuid4().hex}@example.com"))
        task = self.team.task(assignee, project_id=self.team.project().id)
        comment = self.team.wiring.comments.add(Principal(assignee.id, Role.MEMBER), task.id, "Mine")
        return Scene(task, assignee, newcomer=self.team.person(), comment=comment, delivery=self.team.delivery())

    def client(self, user_id: str, *groups: str) -> ApiClient:
        return self.team.bearing(self.signer.token(user_id, *groups, iss=self.settings.issuer))

    def admin(self) -> ApiClient:
        admin: User = self.team.admin()
        return self.client(admin.id, Role.ADMIN)


def use_api(stage: Stage) -> None:
    fetch_signing_key()
    signer = Signer.new("one")
    for (method, path), use in MATRIX.items():
        play = Play.on(stage, signer)
        for caller in ("admin", "assignee"):
            scene = play.scene()
            client = play.admin() if caller == "admin" else play.client(scene.assignee.id)
            answer = client.request(method, filled(path, scene), **filled(use.options, scene))
            assert answer.status_code == use.answers[caller], f"{method} {path}: {answer.text}"
    use_otherwise(Play.on(stage, signer))


def use_otherwise(play: Play) -> None:
    """Lists, a request that is sent again, a role that is taken away, and somebody's first request."""
    scene = play.scene()
    admin, member = play.admin(), play.client(scene.assignee.id)
    answers = [client.get(filled(path, scene)) for path in LISTS for client in (admin, member)]
    once = {"json": {"title": "Once"}, "headers": {"Idempotency-Key": "once"}}
    answers += [admin.post("/tasks", **once), admin.post("/tasks", **once)]
    answers += [admin.put(f"/users/{scene.assignee.id}/role", json={"role": "MEMBER"})]
    answers += [play.client(play.stage.pool.person("new@example.com")).get("/users/me")]
    assert [answer.text for answer in answers if not answer.is_success] == []
