"""Ids that lead somewhere, for requests that are made at random and would name nothing that there is."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from zlib import crc32

from schemathesis import Case, GenerationMode

from app.domain.people import Notification, User
from app.domain.unsubscribe import unsubscribe_token
from app.services.clock import utc_now
from tests import factories as make
from tests.api_client import ApiClient
from tests.team import SETTINGS, Team


@dataclass(frozen=True)
class KnownIds:
    team: Team
    caller: User
    client: ApiClient  # of the caller

    def fill(self, case: Case[Any]) -> None:
        """Into most requests that are right by the document; the rest goes out as it was made."""
        if not _is_right(case) or not _is_chosen(case):
            return
        scene = Scene(self)
        case.path_parameters = scene.filled(case.path_parameters)
        case.query = scene.filled(case.query)
        case.body = scene.filled(case.body)
        if "If-Match" in case.headers:
            case.headers["If-Match"] = '"1"'


@dataclass
class Scene:
    """What a request is about, made as far as it names it: a task of `person` and caller, a comment of the caller's."""

    known: KnownIds

    def filled(self, value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: self.filled(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.filled(inner, name) for inner in value]
        find = self._of(name) if isinstance(value, str) else None
        return find() if find else value

    def _of(self, name: str) -> Callable[[], str] | None:
        """What a field's ids are of: `taskIds` and `afterId` of tasks, `addAssigneeIds` of people."""
        kinds = {
            ("task", "after", "before"): lambda: self.task_id,
            ("comment",): lambda: self.comment_id,
            ("project",): lambda: self.project_id,
            ("ids",): lambda: self.entry_id,
            ("event",): lambda: self.known.team.delivery().event.id,
            ("token",): lambda: self.unsubscribe_token,
            ("user", "assignee", "addassignee", "removeassignee"): lambda: self.person.id,
        }
        return next((find for starts, find in kinds.items() if name.lower().startswith(starts)), None)

    @cached_property
    def task_id(self) -> str:
        return self.known.team.task(self.known.caller, self.person).id

    @cached_property
    def comment_id(self) -> str:
        answer = self.known.client.post(f"/tasks/{self.task_id}/comments", json={"text": "Looks good"})
        return str(answer.json()["id"])

    @cached_property
    def entry_id(self) -> str:
        event = make.event()
        self.known.team.wiring.inbox.inbox.put(self.known.caller.id, event, utc_now())
        return event.id

    @cached_property
    def unsubscribe_token(self) -> str:
        return unsubscribe_token(SETTINGS.signing_key, self.person.id, Notification.ASSIGNED)

    @cached_property
    def project_id(self) -> str:
        return self.known.team.project().id

    @cached_property
    def person(self) -> User:
        return self.known.team.person()


def _is_right(case: Case[Any]) -> bool:
    return case.meta is not None and case.meta.generation.mode is GenerationMode.POSITIVE


def _is_chosen(case: Case[Any]) -> bool:
    """Three of four, by what is in the request, so that the same ones are chosen in every run."""
    return crc32(f"{case.path_parameters!r}{case.query!r}{case.body!r}".encode()) % 4 > 0
