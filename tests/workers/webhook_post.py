"""Everything that sending a webhook takes, with an address, a queue and a clock that do as they are told."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from threading import Event as Signal
from typing import TYPE_CHECKING, Any, cast

import pytest
from botocore.exceptions import ClientError

from app.domain.events import Event
from app.domain.webhooks import Webhook, WebhookDelivery
from app.repositories.webhook_deliveries import WebhookDeliveryRepository
from app.repositories.webhooks import WebhookRepository
from tests import factories as make
from tests.conftest import Table
from tests.lambda_events import queue_record
from workers.send_webhooks import Courier, send_webhooks

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

ALL_DONE: dict[str, Any] = {"batchItemFailures": []}
THROTTLED = ClientError({"Error": {"Code": "ThrottlingException", "Message": "Slow down"}}, "PutItem")


def bring_again(*message_ids: str) -> dict[str, Any]:
    return {"batchItemFailures": [{"itemIdentifier": message_id} for message_id in message_ids]}


@dataclass
class Address:
    """What the webhook leads to: answers with a status, or not at all. By event id, else all the same."""

    answer: int | Exception = 204
    answers: dict[str, int | Exception] = field(default_factory=dict)
    taken: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)
    slow: dict[str, Signal] = field(default_factory=dict)

    def __call__(self, url: str, headers: Mapping[str, str], body: bytes) -> int:
        self.taken.append((url, dict(headers), body))
        event_id = headers["webhook-id"]
        if event_id in self.slow:
            self.slow[event_id].wait(5)
        answer = self.answers.get(event_id, self.answer)
        if isinstance(answer, Exception):
            raise answer
        return answer

    @property
    def ids(self) -> list[str]:
        return sorted(headers["webhook-id"] for _, headers, _ in self.taken)


@dataclass
class Queue:
    """SQS: how long it was asked to hide which message, or that it fails."""

    hidden: dict[str, int] = field(default_factory=dict)
    failure: Exception | None = None

    def change_message_visibility(self, *, QueueUrl: str, ReceiptHandle: str, VisibilityTimeout: int) -> None:  # noqa: N803
        assert QueueUrl == "queue"
        if self.failure:
            raise self.failure
        self.hidden[ReceiptHandle.removeprefix("receipt of ")] = VisibilityTimeout


@dataclass
class Clock:
    now: datetime = make.NOW

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True)
class Post:
    courier: Courier
    address: Address
    queue: Queue
    clock: Clock

    def deliver(self, *events: Event) -> dict[str, Any]:
        """Messages are named message-0, message-1 and so on."""
        return send_webhooks([queue_record(event, f"message-{at}") for at, event in enumerate(events)], self.courier)

    def log(self, event: Event) -> WebhookDelivery | None:
        return self.courier.deliveries.get_many([event.id], self.clock.now).get(event.id)

    def known(self, event: Event) -> WebhookDelivery:
        found = self.log(event)
        assert found
        return found


def post_on(table: Table, webhook: Webhook) -> Post:
    webhooks = WebhookRepository(table.client, table.name)
    webhooks.put(webhook)
    deliveries = WebhookDeliveryRepository(table.client, table.name)
    address, queue, clock = Address(), Queue(), Clock()
    sqs = cast("SQSClient", queue)
    courier = Courier(webhooks, deliveries, sqs, "queue", address, longest_send=5, clock=clock)
    return Post(courier, address, queue, clock)


def counted(capsys: pytest.CaptureFixture[str]) -> dict[str, int]:
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    return {name: int(values[0]) for name, values in last.items() if name.startswith("Webhooks")}
