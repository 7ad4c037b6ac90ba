"""Cursors: a list position that callers can hand back but neither read nor forge."""

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass

_MAC_LENGTH = 16  # bytes


class BadCursor(Exception):
    """Not a cursor of this list and caller."""


@dataclass(frozen=True)
class Cursors:
    key: bytes

    def encode(self, position: str, scope: str) -> str:
        """`scope` names the list and who asked: in any other the cursor is refused."""
        return base64.urlsafe_b64encode(self._mac(position, scope) + position.encode()).decode().rstrip("=")

    def decode(self, cursor: str, scope: str) -> str:
        """Raises BadCursor."""
        try:
            content = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
            mac, position = content[:_MAC_LENGTH], content[_MAC_LENGTH:].decode()
        except (binascii.Error, ValueError) as error:
            raise BadCursor from error
        if not hmac.compare_digest(mac, self._mac(position, scope)):
            raise BadCursor
        return position

    def _mac(self, position: str, scope: str) -> bytes:
        return hmac.digest(self.key, f"{scope}\n{position}".encode(), hashlib.sha256)[:_MAC_LENGTH]
