"""The team's webhook, what becomes of each event it is sent, and how long it is tried."""

import secrets
from base64 import b64encode
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.events import Event

SECRET_PREFIX = "whsec_"  # noqa: S105  how the Standard Webhooks' secrets begin
_SECRET_SIZE = 32  # bytes

# Between one attempt and the next: a day in all. SQS hides a message for 12 hours at most.
PAUSES = (
    timedelta(seconds=30),
    timedelta(minutes=2),
    timedelta(minutes=10),
    timedelta(minutes=30),
    timedelta(hours=1),
    timedelta(hours=2),
    timedelta(hours=4),
    timedelta(hours=6),
    timedelta(hours=10),
)
ATTEMPTS = len(PAUSES) + 1

REDIRECTED = "Redirects are not followed. Set the address that this one leads to."
REMOVED = "The webhook was removed before this was delivered."


@dataclass(frozen=True)
class Webhook:
    url: str
    secret: str = field(repr=False)
    created_by: str
    created_at: datetime


class WebhookDeliveryState(StrEnum):
    WAITING = "WAITING"
    DELIVERED = "DELIVERED"
    FAILED = "FAILED"


@dataclass(frozen=True)
class Outcome:
    """Of one attempt: the answer's HTTP status, or in words why there is none."""

    status: int | None = None
    error: str | None = None

    @classmethod
    def answered(cls, status: int) -> "Outcome":
        return cls(status, REDIRECTED if 300 <= status < 400 else None)

    @property
    def is_success(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


@dataclass(frozen=True)
class WebhookDelivery:
    """An event on its way to the webhook. `attempts` counts from the last time that somebody asked for it."""

    event: Event
    updated_at: datetime
    state: WebhookDeliveryState = WebhookDeliveryState.WAITING
    attempts: int = 0
    last_status: int | None = None
    last_error: str | None = None

    @property
    def is_over(self) -> bool:
        return self.state is not WebhookDeliveryState.WAITING


def new_secret() -> str:
    return SECRET_PREFIX + b64encode(secrets.token_bytes(_SECRET_SIZE)).decode()


def attempted(delivery: WebhookDelivery, outcome: Outcome, now: datetime) -> WebhookDelivery:
    attempts = delivery.attempts + 1
    if outcome.is_success:
        state = WebhookDeliveryState.DELIVERED
    else:
        state = WebhookDeliveryState.FAILED if attempts >= ATTEMPTS else WebhookDeliveryState.WAITING
    return WebhookDelivery(delivery.event, now, state, attempts, outcome.status, outcome.error)


def pause_after(delivery: WebhookDelivery) -> timedelta:
    """Of one that was attempted and waits."""
    return PAUSES[delivery.attempts - 1]


def given_up(delivery: WebhookDelivery, reason: str, now: datetime) -> WebhookDelivery:
    return replace(delivery, state=WebhookDeliveryState.FAILED, last_error=reason, updated_at=now)


def restarted(delivery: WebhookDelivery, now: datetime) -> WebhookDelivery:
    """As if it had never been tried, whatever became of it."""
    return WebhookDelivery(delivery.event, now)
