"""Signatures, verified as a receiver does: with the Standard Webhooks' own library."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from app.domain.webhooks import new_secret
from workers.signatures import signed_headers

BODY = json.dumps({"title": "Prüfen"}, ensure_ascii=False).encode()


@pytest.mark.parametrize("age", [timedelta(minutes=6), timedelta(minutes=-6)])
def test_an_old_message_played_again_is_refused(age: timedelta) -> None:
    secret = new_secret()
    headers = signed_headers(secret, "E1", datetime.now(UTC) - age, BODY)
    with pytest.raises(WebhookVerificationError, match="timestamp"):
        Webhook(secret).verify(BODY, headers)


@pytest.mark.parametrize(
    ("change", "body"),
    [({"webhook-id": "E2"}, BODY), ({"webhook-timestamp": None}, BODY), ({}, BODY + b" ")],
)
def test_what_was_changed_on_the_way_is_refused(change: dict[str, str | None], body: bytes) -> None:
    secret, now = new_secret(), datetime.now(UTC)
    later = str(int(now.timestamp()) + 1)
    changed = {name: value or later for name, value in change.items()}
    headers = signed_headers(secret, "E1", now, BODY) | changed
    with pytest.raises(WebhookVerificationError, match="signature"):
        Webhook(secret).verify(body, headers)


def test_another_secrets_signature_is_refused() -> None:
    headers = signed_headers(new_secret(), "E1", datetime.now(UTC), BODY)
    with pytest.raises(WebhookVerificationError, match="signature"):
        Webhook(new_secret()).verify(BODY, headers)


def test_ours_is_taken() -> None:
    secret = new_secret()
    headers = signed_headers(secret, "E1", datetime.now(UTC), BODY)
    assert Webhook(secret).verify(BODY, headers) == {"title": "Prüfen"}


def test_the_standards_own_example_comes_out() -> None:
    headers = signed_headers(
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        datetime.fromtimestamp(1614265330, UTC),
        b'{"test": 2432232314}',
    )
    assert headers["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
