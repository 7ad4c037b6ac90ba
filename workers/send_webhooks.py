"""Queue to the team's webhook: every event at least once, for a day, and written down for the team to see.

The queue hides a message for the pause that follows its attempt, and brings it again; which attempt that was the
log says, as the queue counts its own and our failures too. A worker that dies after the receiver took an event and
before that is written sends it once more: receivers tell by `webhook-id`, the event's id.
"""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError

from app.domain.events import Event
from app.domain.webhooks import (
    REMOVED,
    Outcome,
    Webhook,
    WebhookDelivery,
    WebhookDeliveryState,
    attempted,
    given_up,
    pause_after,
)
from app.repositories.clients import dynamodb_client, sqs_client
from app.repositories.event_items import event_message
from app.repositories.webhook_deliveries import Overtaken, WebhookDeliveryRepository
from app.repositories.webhooks import WebhookRepository
from app.services.clock import Clock, utc_now
from app.settings import SendWebhooksSettings
from workers.lambda_events import Answer, Record, to_come_again
from workers.observability import emit_counts, logger_of, named
from workers.outgoing import Outgoing, Patience, Unreached
from workers.queue_events import events_in
from workers.signatures import signed_headers

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

WORKER = "send_webhooks"
# A batch is sent side by side, so it takes as long as its slowest; a look-up of a name may outlast any patience.
LONGEST_SEND = Patience().total + 1  # seconds
HEADERS = {"Content-Type": "application/json", "User-Agent": "Baton"}
COUNTS = {
    WebhookDeliveryState.DELIVERED: "WebhooksDelivered",
    WebhookDeliveryState.WAITING: "WebhooksPostponed",
    WebhookDeliveryState.FAILED: "WebhooksFailed",
}

logger = logger_of(WORKER)

type Send = Callable[[str, Mapping[str, str], bytes], int]
"""To a URL, headers and a body; the answer's status. Raises Unreached."""


@dataclass(frozen=True)
class Courier:
    """All that delivering takes."""

    webhooks: WebhookRepository
    deliveries: WebhookDeliveryRepository
    sqs: "SQSClient"
    queue_url: str
    send: Send
    longest_send: float = LONGEST_SEND
    clock: Clock = utc_now


@dataclass(frozen=True)
class Message:
    """A queue record and what is left to do for the event it holds."""

    record: Record
    delivery: WebhookDelivery
    is_logged: bool

    @property
    def event(self) -> Event:
        return self.delivery.event

    @property
    def named(self) -> dict[str, object]:
        return {**named(self.event), "attempt": self.delivery.attempts + 1}


def handler(event: dict[str, Any], _context: object) -> Answer:
    return send_webhooks(event["Records"], _courier())


def send_webhooks(records: Sequence[Record], courier: Courier) -> Answer:
    """Lambda's partial batch response: the messages that the queue is to bring again."""
    counts: Counter[str] = Counter(dict.fromkeys(COUNTS.values(), 0))
    events = events_in(records, logger)
    again = [message_id for message_id, event in events.items() if event is None]
    messages = _open_messages(records, events, courier)
    webhook = courier.webhooks.get() if messages else None
    outcomes = _send_all(messages, webhook, courier) if webhook else [None] * len(messages)
    for message, outcome in zip(messages, outcomes, strict=True):
        if not _is_done(message, outcome, courier, counts):
            again.append(message.record["messageId"])
    emit_counts(WORKER, dict(counts))
    return to_come_again(again)


@cache
def _courier() -> Courier:
    settings = SendWebhooksSettings.read()
    client = dynamodb_client(settings.region)
    return Courier(
        webhooks=WebhookRepository(client, settings.table_name),
        deliveries=WebhookDeliveryRepository(client, settings.table_name),
        sqs=sqs_client(settings.region),
        queue_url=settings.queue_url,
        send=Outgoing(settings.private_addresses).post,
    )


def _open_messages(records: Sequence[Record], events: Mapping[str, Event | None], courier: Courier) -> list[Message]:
    """Those whose events are neither delivered nor given up."""
    now = courier.clock()
    known = courier.deliveries.get_many([event.id for event in events.values() if event], now)
    found = [
        Message(record, known.get(event.id) or WebhookDelivery(event, now), is_logged=event.id in known)
        for record in records
        if (event := events[record["messageId"]])
    ]
    return [message for message in found if not message.delivery.is_over]


def _send_all(messages: Sequence[Message], webhook: Webhook, courier: Courier) -> list[Outcome]:
    """Side by side. Only this runs in threads: what they leave behind is answers."""
    threads = ThreadPoolExecutor(len(messages))
    sending = [threads.submit(_send, message, webhook, courier) for message in messages]
    wait(sending, courier.longest_send)
    threads.shutdown(wait=False)
    return [_outcome(future) for future in sending]


def _send(message: Message, webhook: Webhook, courier: Courier) -> Outcome:
    # Who is told as creator is for our own channels to know.
    body = json.dumps(event_message(replace(message.event, creator_id=None))).encode()
    headers = HEADERS | signed_headers(webhook.secret, message.event.id, courier.clock(), body)
    try:
        return Outcome.answered(courier.send(webhook.url, headers, body))
    except Unreached as error:
        return Outcome(error=str(error))


def _outcome(future: Future[Outcome]) -> Outcome:
    return future.result() if future.done() else Outcome(error="No answer in time.")


def _is_done(message: Message, outcome: Outcome | None, courier: Courier, counts: Counter[str]) -> bool:
    """Whether the queue may forget the message."""
    try:
        after = _written(message, outcome, courier)
    except (Overtaken, ClientError, BotoCoreError):
        logger.exception("not written down, to be looked at again", extra=message.named)
        return False
    if after is None:
        return True
    counts[COUNTS[after.state]] += 1
    logger.info(after.state.lower(), extra={**message.named, "status": after.last_status, "reason": after.last_error})
    if not after.is_over:
        _hide(message, pause_after(after), courier)
    return after.is_over


def _written(message: Message, outcome: Outcome | None, courier: Courier) -> WebhookDelivery | None:
    """What the log says now (None: nothing). `outcome` is None where no webhook is set. Raises Overtaken."""
    before, now = message.delivery, courier.clock()
    if outcome is None:
        if not message.is_logged:
            return None
        after = given_up(before, REMOVED, now)
    else:
        after = attempted(before, outcome, now)
    if after.state is WebhookDeliveryState.DELIVERED:
        courier.deliveries.put(after)  # taken is taken, whatever else happened meanwhile
    else:
        courier.deliveries.put_after(before, after)
    return after


def _hide(message: Message, pause: timedelta, courier: Courier) -> None:
    """Where that fails the message comes again sooner, and no harm done."""
    try:
        courier.sqs.change_message_visibility(
            QueueUrl=courier.queue_url,
            ReceiptHandle=message.record["receiptHandle"],
            VisibilityTimeout=int(pause.total_seconds()),
        )
    except (ClientError, BotoCoreError):
        logger.exception("pause not set", extra=message.named)
