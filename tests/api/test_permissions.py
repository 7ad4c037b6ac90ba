"""Who may use which route: every one of them, tried by everybody."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from fastapi.routing import APIRoute

from app.api import routes
from app.api.routers import PREFIX
from app.domain.comments import Comment
from app.domain.people import AccountStatus, Notification, Principal, Role, User
from app.domain.projects import GENERAL_PROJECT_ID
from app.domain.tasks import Task
from app.domain.unsubscribe import unsubscribe_token
from app.domain.webhooks import WebhookDelivery
from tests.api_client import ApiClient
from tests.team import SETTINGS, Team

CALLERS = ("anonymous", "stranger", "assignee", "admin", "deactivated", "demoted")
NEVER_SIGNED_IN = {"anonymous": 401, "deactivated": 403}
PUBLIC = dict.fromkeys(CALLERS, 200)
ANYBODY = NEVER_SIGNED_IN | {"stranger": 200, "assignee": 200, "admin": 200, "demoted": 200}
ADMIN_AND_ASSIGNEE = NEVER_SIGNED_IN | {"stranger": 404, "assignee": 200, "admin": 200, "demoted": 404}
ADMIN = NEVER_SIGNED_IN | {"stranger": 403, "assignee": 403, "admin": 200, "demoted": 403}

READING = NEVER_SIGNED_IN | {"stranger": 204, "assignee": 204, "admin": 204, "demoted": 204}
AUTHOR = ADMIN_AND_ASSIGNEE | {"admin": 403}  # the comment is the assignee's


@dataclass(frozen=True)
class Use:
    """A rightful use of a route, and the status that each caller gets for it."""

    answers: dict[str, int]
    options: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Scene:
    """A task with one assignee and a comment of theirs, a person to assign besides, and what a webhook was sent."""

    task: Task
    assignee: User
    newcomer: User
    comment: Comment
    delivery: WebhookDelivery


# {taskId} and the like stand for the scene's, in paths and bodies alike.
MATRIX: dict[tuple[str, str], Use] = {
    ("GET", "/health"): Use(PUBLIC),
    ("GET", "/users/me"): Use(ANYBODY),
    ("PATCH", "/users/me"): Use(ANYBODY, {"json": {"name": "New"}}),
    ("GET", "/users"): Use(ANYBODY),
    ("GET", "/users/{userId}"): Use(ADMIN_AND_ASSIGNEE),
    ("PUT", "/users/{userId}/role"): Use(ADMIN, {"json": {"role": "ADMIN"}}),
    ("POST", "/users/{userId}/deactivate"): Use(ADMIN),
    ("POST", "/users/{userId}/reactivate"): Use(ADMIN),
    ("GET", "/projects"): Use(ANYBODY),
    ("POST", "/projects"): Use(ADMIN | {"admin": 201}, {"json": {"name": "New"}}),
    ("GET", "/projects/{projectId}"): Use(ADMIN_AND_ASSIGNEE),
    ("PATCH", "/projects/{projectId}"): Use(ADMIN, {"json": {"name": "New"}}),
    ("POST", "/projects/{projectId}/archive"): Use(ADMIN),
    ("GET", "/tasks"): Use(ANYBODY, {"params": {"project": GENERAL_PROJECT_ID}}),
    ("POST", "/tasks"): Use(ADMIN | {"admin": 201}, {"json": {"title": "Try"}}),
    ("GET", "/tasks/{taskId}"): Use(ADMIN_AND_ASSIGNEE),
    ("PATCH", "/tasks/{taskId}/status"): Use(ADMIN_AND_ASSIGNEE, {"json": {"status": "IN_PROGRESS"}}),
    ("POST", "/tasks/{taskId}/move"): Use(ADMIN, {"json": {}, "headers": {"If-Match": '"1"'}}),
    ("PATCH", "/tasks/{taskId}"): Use(ADMIN, {"json": {"title": "New"}, "headers": {"If-Match": '"1"'}}),
    ("DELETE", "/tasks/{taskId}"): Use(ADMIN | {"admin": 204}, {"headers": {"If-Match": '"1"'}}),
    ("POST", "/tasks/{taskId}/restore"): Use(ADMIN),
    ("GET", "/trash"): Use(ADMIN),
    ("GET", "/stats"): Use(ANYBODY),
    ("GET", "/tasks/export"): Use(ADMIN),
    ("POST", "/tasks/bulk"): Use(ADMIN, {"json": {"taskIds": ["{taskId}"], "change": {"status": "IN_PROGRESS"}}}),
    ("GET", "/tasks/{taskId}/events"): Use(ADMIN_AND_ASSIGNEE),
    ("GET", "/tasks/{taskId}/comments"): Use(ADMIN_AND_ASSIGNEE),
    ("POST", "/tasks/{taskId}/comments"): Use(
        ADMIN_AND_ASSIGNEE | {"assignee": 201, "admin": 201}, {"json": {"text": "Hello"}}
    ),
    ("PATCH", "/tasks/{taskId}/comments/{commentId}"): Use(AUTHOR, {"json": {"text": "Hello"}}),
    ("DELETE", "/tasks/{taskId}/comments/{commentId}"): Use(AUTHOR | {"assignee": 204}),
    ("GET", "/projects/{projectId}/events"): Use(ADMIN),
    ("GET", "/tasks/{taskId}/assignments"): Use(ADMIN),
    ("POST", "/tasks/{taskId}/assignments"): Use(ADMIN, {"json": {"userIds": ["{newcomerId}"]}}),
    ("DELETE", "/tasks/{taskId}/assignments/{userId}"): Use(ADMIN),
    ("GET", "/inbox"): Use(ANYBODY),
    ("GET", "/inbox/unread-count"): Use(ANYBODY),
    ("POST", "/inbox/read"): Use(READING, {"json": {"all": True}}),
    ("GET", "/unsubscribe"): Use(dict.fromkeys(CALLERS, 303), {"params": {"token": "{unsubscribeToken}"}}),
    ("POST", "/unsubscribe"): Use(PUBLIC, {"params": {"token": "{unsubscribeToken}"}}),
    ("PUT", "/webhook"): Use(ADMIN, {"json": {"url": "https://example.com/hooks"}}),
    ("GET", "/webhook"): Use(ADMIN),
    ("DELETE", "/webhook"): Use(ADMIN | {"admin": 204}),
    ("GET", "/webhook/deliveries"): Use(ADMIN),
    ("POST", "/webhook/deliveries/{eventId}/redeliver"): Use(ADMIN | {"admin": 202}),
}


@pytest.fixture
def scene(team: Team) -> Scene:
    assignee = team.person()
    task = team.task(assignee, project_id=team.project().id)
    comment = team.wiring.comments.add(Principal(assignee.id, Role.MEMBER), task.id, "Mine")
    task = replace(task, comment_count=1)
    return Scene(task, assignee, newcomer=team.person(), comment=comment, delivery=team.delivery())


def client_of(caller: str, scene: Scene, team: Team) -> ApiClient:
    clients: dict[str, Callable[[], ApiClient]] = {
        "anonymous": lambda: team.anonymous,
        "stranger": lambda: team.client(team.person()),
        "assignee": lambda: team.client(scene.assignee),
        "admin": lambda: team.client(team.admin()),
        "deactivated": lambda: team.client(team.admin(status=AccountStatus.DEACTIVATED)),
        "demoted": lambda: team.bearing(team.signer.token(team.person().id, "ADMIN")),
    }
    return clients[caller]()


def filled(value: Any, scene: Scene) -> Any:
    if isinstance(value, dict):
        return {name: filled(inner, scene) for name, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner, scene) for inner in value]
    known = {
        "taskId": scene.task.id,
        "userId": scene.assignee.id,
        "newcomerId": scene.newcomer.id,
        "commentId": scene.comment.id,
        "eventId": scene.delivery.event.id,
        "projectId": scene.task.project_id,
        "unsubscribeToken": unsubscribe_token(SETTINGS.signing_key, scene.assignee.id, Notification.ASSIGNED),
    }
    return value.format_map(known) if isinstance(value, str) else value


def routes_there_are() -> set[tuple[str, str]]:
    """From the route files themselves, so that one left out of the documentation counts too."""
    modules = [
        importlib.import_module(f"{routes.__name__}.{found.name}") for found in pkgutil.iter_modules(routes.__path__)
    ]
    return {
        (method, route.path.removeprefix(PREFIX))
        for module in modules
        for route in module.router.routes
        if isinstance(route, APIRoute)
        for method in route.methods or ()
    }


def test_every_route_is_in_the_matrix_and_answers_every_caller() -> None:
    assert set(MATRIX) == routes_there_are()
    assert all(set(use.answers) == set(CALLERS) for use in MATRIX.values())


def test_every_route_is_documented(team: Team) -> None:
    documented = {
        (method.upper(), path.removeprefix(PREFIX))
        for path, operations in team.app.openapi()["paths"].items()
        for method in operations
    }
    assert documented == set(MATRIX)


@pytest.mark.parametrize("caller", CALLERS)
@pytest.mark.parametrize("route", MATRIX, ids=" ".join)
def test_each_caller_gets_what_the_matrix_says(route: tuple[str, str], caller: str, scene: Scene, team: Team) -> None:
    (method, path), use = route, MATRIX[route]
    client = client_of(caller, scene, team)
    answer = client.request(method, filled(path, scene), **filled(use.options, scene))
    assert answer.status_code == use.answers[caller], answer.text
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == "application/problem+json"
        assert team.tasks.get(scene.task.id) == scene.task
        assert team.people.get(scene.assignee.id) == scene.assignee
