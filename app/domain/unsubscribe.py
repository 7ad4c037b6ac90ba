"""Tokens of the unsubscribe links in mails: they name a person and what to stop, and only Baton can make them.

A token reads `ASSIGNED.<user id>.<signature>`. It never expires: a link must work in the oldest mail. All it can do
is stop one kind of mail to one person.
"""

import base64
import hashlib
import hmac

from app.domain.errors import Invalid
from app.domain.people import Notification

_PURPOSE = b"unsubscribe"  # the same key signs other things too; none may pass for another


def unsubscribe_token(key: bytes, user_id: str, notification: Notification) -> str:
    named = f"{notification}.{user_id}"
    return f"{named}.{_signature(key, named)}"


def read_unsubscribe_token(key: bytes, token: str) -> tuple[str, Notification]:
    """The person's id and what to stop. Raises Invalid."""
    named, _, signature = token.rpartition(".")
    if not hmac.compare_digest(signature.encode(), _signature(key, named).encode()):
        raise Invalid.field(
            "token", "is not whole. Copy the whole link from the mail, or sign in and change your settings."
        )
    notification, _, user_id = named.partition(".")
    return user_id, Notification(notification)


def _signature(key: bytes, named: str) -> str:
    digest = hmac.digest(key, _PURPOSE + b"\n" + named.encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
