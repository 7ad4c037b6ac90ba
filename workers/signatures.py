"""What a webhook's receiver tells by that it is ours, unchanged and new: the Standard Webhooks' headers."""

import hashlib
import hmac
from base64 import b64decode, b64encode
from datetime import datetime

from app.domain.webhooks import SECRET_PREFIX


def signed_headers(secret: str, message_id: str, now: datetime, body: bytes) -> dict[str, str]:
    """https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md"""
    timestamp = str(int(now.timestamp()))
    key = b64decode(secret.removeprefix(SECRET_PREFIX))
    signature = hmac.digest(key, f"{message_id}.{timestamp}.".encode() + body, hashlib.sha256)
    return {
        "webhook-id": message_id,
        "webhook-timestamp": timestamp,
        "webhook-signature": f"v1,{b64encode(signature).decode()}",
    }
