"""Unsubscribe tokens: made by Baton alone, and good for one kind of mail to one person."""

import pytest

from app.domain.errors import Invalid
from app.domain.people import Notification
from app.domain.unsubscribe import read_unsubscribe_token, unsubscribe_token
from tests import factories as make

KEY = b"thirty-two characters of a secret"


TOKEN = unsubscribe_token(KEY, make.user_id(), Notification.ASSIGNED)
NAMED, _, SIGNATURE = TOKEN.rpartition(".")


@pytest.mark.parametrize(
    "touched",
    [
        "",
        "ASSIGNED",
        "...",
        TOKEN[:-1],
        f"{TOKEN}A",
        TOKEN.replace("ASSIGNED", "OVERDUE"),
        TOKEN.replace("ASSIGNED", ""),
        f"{NAMED}.",
        f"{NAMED}.ü",
        f".{SIGNATURE}",
    ],
)
def test_a_token_that_was_touched_is_refused(touched: str) -> None:
    with pytest.raises(Invalid, match="Copy the whole link"):
        read_unsubscribe_token(KEY, touched)


def test_a_token_of_another_key_is_refused() -> None:
    token = unsubscribe_token(b"another secret of thirty-two chars", make.user_id(), Notification.ASSIGNED)
    with pytest.raises(Invalid):
        read_unsubscribe_token(KEY, token)


@pytest.mark.parametrize("notification", Notification)
def test_a_token_says_who_and_what_and_fits_a_link(notification: Notification) -> None:
    user_id = make.user_id()
    token = unsubscribe_token(KEY, user_id, notification)
    assert read_unsubscribe_token(KEY, token) == (user_id, notification)
    assert token.startswith(f"{notification}.{user_id}.")
    assert set(token) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.")
