"""Access tokens as Cognito signs them, by keys that the tests made, and the place those keys are fetched from."""

import base64
import json
import time
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from jose import jwk, jwt
from jose.backends.base import Key

POOL_ID = "eu-central-1_example"
ISSUER = f"https://cognito-idp.eu-central-1.amazonaws.com/{POOL_ID}"
CLIENT_ID = "client-of-the-page"


@dataclass(frozen=True)
class Signer:
    """A key pair of the user pool, under the id by which tokens name it."""

    key_id: str
    private_key: str
    public_key: str

    @classmethod
    def new(cls, key_id: str) -> "Signer":
        private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        private_key = private.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        public_key = private.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        return cls(key_id, private_key.decode(), public_key.decode())

    def token(self, user_id: str, *groups: str, **claims: Any) -> str:
        """A token that holds, but for the `claims` given. One of them that is None is left out."""
        chosen = {**access_claims(user_id, *groups), **claims}
        kept = {name: value for name, value in chosen.items() if value is not None}
        return self.sign(kept, {"kid": self.key_id})

    def sign(self, claims: dict[str, Any], header: dict[str, Any]) -> str:
        return jwt.encode(claims, self._key, algorithm="RS256", headers=header)

    def jwk(self) -> dict[str, Any]:
        return {**jwk.construct(self.public_key, "RS256").to_dict(), "kid": self.key_id, "use": "sig"}

    @cached_property
    def _key(self) -> Key:
        """Read once: a private key is checked for many milliseconds."""
        return jwk.construct(self.private_key, "RS256")


@dataclass
class KeySource:
    """Where the issuer publishes its keys: it can rotate them, and be out."""

    signers: list[Signer]
    is_out: bool = False
    fetches: int = 0

    def __call__(self) -> dict[str, Any]:
        self.fetches += 1
        if self.is_out:
            raise ConnectionError("the issuer does not answer")
        return {"keys": [signer.jwk() for signer in self.signers]}


@dataclass
class Seconds:
    """A clock that stands still until told to go on."""

    now: float = field(default=1000.0)

    def __call__(self) -> float:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += seconds


def access_claims(user_id: str, *groups: str) -> dict[str, Any]:
    now = int(time.time())
    claims = {
        "sub": user_id,
        "iss": ISSUER,
        "client_id": CLIENT_ID,
        "token_use": "access",
        "scope": "aws.cognito.signin.user.admin",
        "auth_time": now - 60,
        "iat": now - 60,
        "exp": now + 3600,
        "jti": "3f5c2d0e-0000-4000-8000-000000000000",
        "username": user_id,
    }
    return claims | ({"cognito:groups": list(groups)} if groups else {})


def encoded(part: Any) -> str:
    """One part of a token, without a signature's blessing."""
    return base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=")
