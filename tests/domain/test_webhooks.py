"""The webhook: its secret, and what becomes of a delivery attempt by attempt."""

from base64 import b64decode
from datetime import timedelta

import pytest

from app.domain.webhooks import (
    ATTEMPTS,
    PAUSES,
    REDIRECTED,
    Outcome,
    WebhookDelivery,
    WebhookDeliveryState,
    attempted,
    given_up,
    new_secret,
    pause_after,
    restarted,
)
from tests import factories as make

LATER = make.NOW + timedelta(minutes=1)
DOWN = Outcome.answered(500)


@pytest.mark.parametrize("status", [100, 199, 300, 301, 399, 400, 404, 410, 500])
def test_only_a_2xx_takes_an_event(status: int) -> None:
    after = attempted(make.webhook_delivery(), Outcome.answered(status), LATER)
    assert (after.state, after.last_status, after.is_over) == (WebhookDeliveryState.WAITING, status, False)


def test_without_an_answer_the_reason_is_kept() -> None:
    after = attempted(make.webhook_delivery(), Outcome(error="No answer in time."), LATER)
    assert (after.state, after.last_status, after.last_error) == (
        WebhookDeliveryState.WAITING,
        None,
        "No answer in time.",
    )


@pytest.mark.parametrize(("status", "words"), [(299, None), (300, REDIRECTED), (399, REDIRECTED), (400, None)])
def test_a_redirect_is_explained_since_it_is_not_followed(status: int, words: str | None) -> None:
    assert Outcome.answered(status).error == words


@pytest.mark.parametrize("status", [200, 204, 299])
def test_what_was_taken_is_delivered(status: int) -> None:
    before = make.webhook_delivery(attempts=2, last_status=500, last_error="No")
    after = attempted(before, Outcome.answered(status), LATER)
    assert after == WebhookDelivery(before.event, LATER, WebhookDeliveryState.DELIVERED, 3, status, None)
    assert after.is_over


def test_it_waits_longer_after_each_attempt_and_is_given_up_after_the_last_about_a_day_later() -> None:
    delivery, pauses = make.webhook_delivery(), []
    while not delivery.is_over:
        delivery = attempted(delivery, DOWN, LATER)
        if not delivery.is_over:
            pauses.append(pause_after(delivery))
    assert (delivery.state, delivery.attempts, delivery.last_status) == (WebhookDeliveryState.FAILED, ATTEMPTS, 500)
    assert pauses == sorted(set(PAUSES))
    assert (pauses[0], len(pauses)) == (timedelta(seconds=30), ATTEMPTS - 1)
    assert timedelta(hours=23) < sum(pauses, timedelta()) < timedelta(hours=25)
    assert pauses[-1] <= timedelta(hours=12), "SQS hides a message no longer"


def test_what_is_given_up_keeps_its_attempts_and_says_why() -> None:
    before = make.webhook_delivery(attempts=2, last_status=500)
    after = given_up(before, "Removed.", LATER)
    assert after == WebhookDelivery(before.event, LATER, WebhookDeliveryState.FAILED, 2, 500, "Removed.")


def test_what_is_asked_for_again_begins_anew() -> None:
    failed = make.webhook_delivery(state=WebhookDeliveryState.FAILED, attempts=ATTEMPTS, last_status=500)
    assert restarted(failed, LATER) == WebhookDelivery(failed.event, LATER)


def test_a_secret_is_32_random_bytes_in_the_standards_form_and_shows_in_no_log() -> None:
    secrets = {new_secret() for _ in range(100)}
    assert len(secrets) == 100
    assert all(secret.startswith("whsec_") and len(b64decode(secret[6:], validate=True)) == 32 for secret in secrets)
    webhook = make.webhook()
    assert webhook.secret not in repr(webhook)
