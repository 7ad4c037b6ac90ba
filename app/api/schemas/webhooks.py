"""The webhook and its log on the wire."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import Field

from app.api.schemas.fields import Given, Received
from app.domain.events import EventType
from app.domain.webhook_addresses import MAX_URL_LENGTH
from app.domain.webhooks import Webhook, WebhookDelivery, WebhookDeliveryState


class WebhookWrite(Received):
    url: Annotated[str, Field(max_length=MAX_URL_LENGTH, examples=["https://example.com/hooks"])]


class WebhookRead(Given):
    url: str
    created_at: datetime

    @classmethod
    def of(cls, webhook: Webhook) -> Self:
        return cls(url=webhook.url, created_at=webhook.created_at)


class NewWebhookRead(Given):
    """The one answer that shows the secret."""

    url: str
    secret: str
    created_at: datetime

    @classmethod
    def of(cls, webhook: Webhook) -> Self:
        return cls(url=webhook.url, secret=webhook.secret, created_at=webhook.created_at)


class WebhookDeliveryRead(Given):
    event_id: str
    type: EventType
    task_id: str
    title: str
    state: WebhookDeliveryState
    attempts: int
    last_status: int | None
    last_error: str | None
    occurred_at: datetime
    updated_at: datetime

    @classmethod
    def of(cls, delivery: WebhookDelivery) -> Self:
        event = delivery.event
        return cls(
            event_id=event.id,
            type=event.type,
            task_id=event.task_id,
            title=event.title,
            state=delivery.state,
            attempts=delivery.attempts,
            last_status=delivery.last_status,
            last_error=delivery.last_error,
            occurred_at=event.occurred_at,
            updated_at=delivery.updated_at,
        )
