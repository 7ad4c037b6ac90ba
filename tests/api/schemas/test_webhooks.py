"""The webhook on the wire."""

import pytest
from pydantic import ValidationError

from app.api.schemas.webhooks import NewWebhookRead, WebhookDeliveryRead, WebhookRead, WebhookWrite
from app.domain.webhooks import WebhookDeliveryState
from tests import factories as make


@pytest.mark.parametrize("body", [{}, {"url": None}, {"url": "https://a.example/" + "a" * 2048}, {"secret": "mine"}])
def test_an_address_is_all_there_is_to_say(body: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        WebhookWrite.model_validate(body)


def test_the_secret_shows_where_it_is_made_and_nowhere_else() -> None:
    webhook = make.webhook()
    shown = {"url": webhook.url, "createdAt": "2026-03-02T09:30:00Z"}
    assert WebhookRead.of(webhook).model_dump(mode="json", by_alias=True) == shown
    assert NewWebhookRead.of(webhook).model_dump(mode="json", by_alias=True) == {**shown, "secret": webhook.secret}


def test_a_delivery_says_which_event_and_what_became_of_it() -> None:
    delivery = make.webhook_delivery(
        state=WebhookDeliveryState.FAILED, attempts=10, last_status=301, last_error="Redirects are not followed."
    )
    assert WebhookDeliveryRead.of(delivery).model_dump(mode="json", by_alias=True) == {
        "eventId": delivery.event.id,
        "type": "TASK_ASSIGNED",
        "taskId": delivery.event.task_id,
        "title": delivery.event.title,
        "state": "FAILED",
        "attempts": 10,
        "lastStatus": 301,
        "lastError": "Redirects are not followed.",
        "occurredAt": "2026-03-02T09:30:00Z",
        "updatedAt": "2026-03-02T09:30:00Z",
    }
