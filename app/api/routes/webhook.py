"""The team's webhook: an address that is sent every event, signed."""

from http import HTTPStatus
from typing import Annotated

from fastapi import Path

from app.api.auth import Admin
from app.api.dependencies import Webhooks
from app.api.errors import documented
from app.api.once import Once
from app.api.paging import Paging
from app.api.routers import signed_in_router
from app.api.schemas.fields import UlidText
from app.api.schemas.pages import Page
from app.api.schemas.webhooks import NewWebhookRead, WebhookDeliveryRead, WebhookRead, WebhookWrite

router = signed_in_router("/webhook", "webhook")


@router.get("", responses=documented(HTTPStatus.NOT_FOUND))
def get_webhook(_: Admin, webhooks: Webhooks) -> WebhookRead:
    return WebhookRead.of(webhooks.find())


@router.put("")
def set_webhook(body: WebhookWrite, admin: Admin, webhooks: Webhooks) -> NewWebhookRead:
    """Makes a new secret, shown here and never again. What still waits goes to the new address, signed with it.

    Every event is sent as a POST of JSON with the headers of the [Standard Webhooks](https://www.standardwebhooks.com):
    verify `webhook-signature`, and drop a `webhook-id` seen before, as an event may come more than once. Any 2xx
    within 5 seconds takes it. Anything else is tried again, up to ten times within a day. Events may
    come out of order.
    """
    return NewWebhookRead.of(webhooks.set(admin, body.url))


@router.delete("", status_code=HTTPStatus.NO_CONTENT)
def remove_webhook(_: Admin, webhooks: Webhooks) -> None:
    """Nothing is sent from now on. The log stays."""
    webhooks.remove()


@router.get("/deliveries")
def list_webhook_deliveries(_: Admin, webhooks: Webhooks, paging: Paging) -> Page[WebhookDeliveryRead]:
    """What was sent in the last 30 days, latest event first."""
    return paging.page(webhooks.page, WebhookDeliveryRead.of)


@router.post(
    "/deliveries/{eventId}/redeliver", status_code=HTTPStatus.ACCEPTED, responses=documented(HTTPStatus.NOT_FOUND)
)
def redeliver(
    event_id: Annotated[UlidText, Path(alias="eventId")], _: Admin, webhooks: Webhooks, once: Once
) -> WebhookDeliveryRead:
    """Sends the event again, whatever became of it, with as many attempts as the first time."""
    return once.keep(WebhookDeliveryRead.of(webhooks.redeliver(event_id)), HTTPStatus.ACCEPTED)
