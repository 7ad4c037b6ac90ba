"""Access tokens: which ones hold, and the keys they are signed with."""

import json
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPException
from threading import Lock
from typing import Any

from jose import jwk, jwt
from jose.backends.base import Key
from jose.exceptions import JOSEError

MAX_TOKEN_LENGTH = 8 * 1024
KEYS_LIFETIME = 3600.0  # seconds
UNKNOWN_KEY_PAUSE = 60.0  # seconds between two fetches that tokens with unknown keys can cause
NO_KEYS_PAUSE = 5.0  # seconds between two fetches while none has succeeded
FETCH_TIMEOUT = 2.0  # seconds
ALGORITHM = "RS256"

type FetchKeys = Callable[[], dict[str, Any]]
type Seconds = Callable[[], float]


class InvalidToken(Exception):
    """The token does not hold. Its text is for the log, not for the caller."""


class KeysUnavailable(Exception):
    """The issuer's keys cannot be fetched, and none are known yet."""


@dataclass(frozen=True)
class Claims:
    user_id: str
    groups: frozenset[str]


def fetch_from(url: str) -> FetchKeys:
    def fetch() -> dict[str, Any]:
        # The URL is a setting, never a caller's.
        with urllib.request.urlopen(url, timeout=FETCH_TIMEOUT) as answer:  # noqa: S310
            return dict(json.load(answer))

    return fetch


@dataclass
class KeySet:
    """The issuer's keys: kept an hour, kept on while the source fails, fetched for an unknown id once a minute.

    Without that minute, anyone could make us fetch by sending tokens with random key ids.
    """

    fetch: FetchKeys
    seconds: Seconds = time.monotonic
    _keys: dict[str, Key] = field(default_factory=dict)
    _tried_at: float | None = None
    _fetched_at: float = 0.0
    _lock: Lock = field(default_factory=Lock)

    def key(self, key_id: str) -> Key:
        """Raises InvalidToken for an id that the issuer does not have, KeysUnavailable while no key is known."""
        with self._lock:
            if self._is_due(known=key_id in self._keys):
                self._refresh()
            if not self._keys:
                raise KeysUnavailable
            if key_id not in self._keys:
                raise InvalidToken("unknown key id")
            return self._keys[key_id]

    def _is_due(self, *, known: bool) -> bool:
        if self._tried_at is None:
            return True
        now = self.seconds()
        if now - self._tried_at < (UNKNOWN_KEY_PAUSE if self._keys else NO_KEYS_PAUSE):
            return False
        return not known or now - self._fetched_at >= KEYS_LIFETIME

    def _refresh(self) -> None:
        self._tried_at = self.seconds()
        try:
            self._keys = {key["kid"]: jwk.construct(key, ALGORITHM) for key in self.fetch()["keys"]}
        except (OSError, HTTPException, TypeError, ValueError, LookupError, JOSEError):
            return  # the source is out: what is known goes on serving
        self._fetched_at = self._tried_at


@dataclass(frozen=True)
class TokenVerifier:
    """The one place that reads tokens."""

    keys: KeySet
    issuer: str
    client_id: str

    def verify(self, token: str) -> Claims:
        """Raises InvalidToken, or KeysUnavailable where nobody's token can be checked."""
        if len(token) > MAX_TOKEN_LENGTH:
            raise InvalidToken("too long")
        claims = self._decode(token, self.keys.key(_key_id(token)))
        if claims.get("token_use") != "access":
            raise InvalidToken("not an access token")
        if claims.get("client_id") != self.client_id:
            raise InvalidToken("another client's")
        return Claims(user_id=str(claims["sub"]), groups=_groups(claims))

    def _decode(self, token: str, key: Key) -> dict[str, Any]:
        # Each option mends a default: exp, iat and sub are optional, and an access token has no aud.
        options = {
            "require_exp": True,
            "require_iat": True,
            "require_sub": True,
            "verify_aud": False,
            "verify_at_hash": False,
        }
        try:
            return jwt.decode(token, key, algorithms=[ALGORITHM], issuer=self.issuer, options=options)
        except JOSEError as error:  # not JWTError: JWKError is none
            raise InvalidToken(str(error)) from error


def _key_id(token: str) -> str:
    try:
        header = jwt.get_unverified_header(token)
    except JOSEError as error:
        raise InvalidToken(str(error)) from error
    key_id = header.get("kid")
    if header.get("alg") != ALGORITHM or not isinstance(key_id, str):
        raise InvalidToken("unexpected header")
    return key_id


def _groups(claims: dict[str, Any]) -> frozenset[str]:
    groups = claims.get("cognito:groups", [])
    return frozenset(map(str, groups)) if isinstance(groups, list) else frozenset()
