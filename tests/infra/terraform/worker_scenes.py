"""Each worker once round all that it does with AWS: its own handler, with an event of each kind that it tells apart."""

import importlib
import json
import os
from collections.abc import Callable
from datetime import date
from typing import Any

import boto3

from app.domain.people import Principal, Role, User
from app.domain.projects import general_project
from app.domain.tasks import Task
from app.repositories.comments import CommentRepository
from app.repositories.digests import DigestPart, DigestRepository
from app.repositories.projects import ProjectRepository
from app.repositories.tasks import TaskRepository
from app.repositories.webhooks import WebhookRepository
from app.services.comments import CommentService
from infra import entry
from tests import factories as make
from tests.infra.terraform.stage import FIRST_ADMIN, Stage
from tests.lambda_events import (
    cognito_trigger,
    queue_record,
    queue_record_of,
    removal_record,
    schedule_event,
    ses_event,
    stream_record,
    stream_record_of,
)
from workers.digest_queue import DigestDue, message_of

NOWHERE = "http://127.0.0.1:9/"  # where no one listens, so that a delivery is put off


def publish_events(_: Stage) -> None:
    """One event, and one record that can never be read."""
    call("publish_events", stream_record(make.event(), 1), stream_record_of({"schema": {"N": "99"}}, 2))


def purge_deleted(stage: Stage) -> None:
    """A task with a comment and its events."""
    author = person(stage)
    task = task_on(stage, assignee_ids=(author.id,))
    client, name = stage.table.client, stage.table.name
    comments = CommentService(TaskRepository(client, name), CommentRepository(client, name))
    comments.add(Principal(author.id, Role.MEMBER), task.id, "Mine")
    call("purge_deleted", removal_record(task.id))


def send_emails(stage: Stage) -> None:
    """To somebody, to nobody there is, and as a part of a digest."""
    grace = person(stage)
    fetch_signing_key()
    call(
        "send_emails",
        queue_record(make.event(recipient_ids=(grace.id,)), "one"),
        queue_record(make.event(), "nobody"),
        queue_record(make.event(recipient_ids=(grace.id,), bulk_id="bulk"), "many"),
    )


def send_digests(stage: Stage) -> None:
    grace = person(stage)
    part = DigestPart(make.event(recipient_ids=(grace.id,), bulk_id="bulk"), make.NOW)
    DigestRepository(stage.table.client, stage.table.name).collect("bulk", grace.id, part)
    fetch_signing_key()
    call("send_digests", queue_record_of(message_of(DigestDue("bulk", grace.id, make.NOW))))


def mark_addresses(stage: Stage) -> None:
    grace = person(stage)
    bounce = ses_event("Bounce", grace.email, tags={"user": [grace.id]}, bounceType="Permanent")
    call("mark_addresses", queue_record_of(json.dumps(bounce)))


def fill_inbox(stage: Stage) -> None:
    call("fill_inbox", queue_record(make.event(recipient_ids=(person(stage).id,))))


def send_webhooks(stage: Stage) -> None:
    """To an address that does not answer: it is written down and tried again."""
    WebhookRepository(stage.table.client, stage.table.name).put(make.webhook(url=NOWHERE))
    again = call("send_webhooks", queue_record(make.event()))
    assert again["batchItemFailures"]


def remind(stage: Stage) -> None:
    task_on(stage, due_date=date(2026, 11, 24))
    made = handler_of("remind")(schedule_event("2026-11-23T08:00:00Z"), None)
    assert made["dueSoon"] == 1


def sign_up(stage: Stage) -> None:
    """Of the first admin, who is counted among the admins."""
    attributes = {"sub": stage.pool.person(FIRST_ADMIN), "email": FIRST_ADMIN, "name": "Ada Admin"}
    handler_of("sign_up")(cognito_trigger("PreSignUp_SignUp", stage.pool.id, **attributes), None)
    handler_of("sign_up")(cognito_trigger("PostConfirmation_ConfirmSignUp", stage.pool.id, **attributes), None)
    assert stage.people.get(attributes["sub"])


def fetch_signing_key() -> None:
    """As a function does when it starts."""
    entry.fetch_signing_key(os.environ, boto3.client("ssm"))


def call(worker: str, *records: Any) -> Any:
    return handler_of(worker)({"Records": list(records)}, None)


def handler_of(worker: str) -> Callable[[Any, object], Any]:
    """Wired anew, so that its clients are made now."""
    module = importlib.import_module(f"workers.{worker}")
    for value in vars(module).values():
        if hasattr(value, "cache_clear") and value.__module__ == module.__name__:
            value.cache_clear()
    handler: Callable[[Any, object], Any] = module.handler
    return handler


def person(stage: Stage) -> User:
    grace = make.user()
    stage.people.register(grace)
    return grace


def task_on(stage: Stage, **fields: Any) -> Task:
    task = make.task(**fields)
    ProjectRepository(stage.table.client, stage.table.name).create(general_project(make.NOW))
    TaskRepository(stage.table.client, stage.table.name).create(task, [])
    return task
