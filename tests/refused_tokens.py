"""Every kind of token that must be refused, each with what is wrong about it for a name."""

import base64
import hashlib
import hmac
import time
from collections.abc import Callable
from typing import Any

from tests import factories as make
from tests.tokens import Signer, access_claims, encoded

ONE_DAY = 86_400  # seconds

type Forge = Callable[[Signer], str]


def _with(**claims: Any) -> Forge:
    return lambda signer: signer.token(make.user_id(), **claims)


def _with_header(**header: Any) -> Forge:
    """Rightly signed, under a header of one's own."""

    def forge(signer: Signer) -> str:
        return signer.sign(access_claims(make.user_id()), header)

    return forge


def _without_algorithm(signer: Signer) -> str:
    header = {"alg": "none", "typ": "JWT", "kid": signer.key_id}
    return f"{encoded(header)}.{encoded(access_claims(make.user_id()))}."


def _signed_with_the_public_key(signer: Signer) -> str:
    """HS256 takes any text for its key, and everybody knows the public one."""
    header = {"alg": "HS256", "typ": "JWT", "kid": signer.key_id}
    content = f"{encoded(header)}.{encoded(access_claims(make.user_id()))}"
    mac = hmac.digest(signer.public_key.encode(), content.encode(), hashlib.sha256)
    return f"{content}.{base64.urlsafe_b64encode(mac).decode().rstrip('=')}"


def _tampered(signer: Signer) -> str:
    header, _, signature = signer.token(make.user_id()).split(".")
    return f"{header}.{encoded(access_claims(make.user_id(), 'ADMIN'))}.{signature}"


def _of_another_key(signer: Signer) -> str:
    return Signer.new(signer.key_id).token(make.user_id())


def _now() -> int:
    return int(time.time())


REFUSED: dict[str, Forge] = {
    "garbage": lambda _: "garbage",
    "dots alone": lambda _: "..",
    "not UTF-8 inside": lambda _: "_____w.e30.AA",
    "a header that is a list": lambda _: f"{encoded(['RS256'])}.e30.AA",
    "a header nested too deep": lambda _: base64.urlsafe_b64encode(b"[" * 6000).decode() + ".e30.AA",
    "no algorithm": _without_algorithm,
    "HS256 signed with the public key": _signed_with_the_public_key,
    "an unknown key id": _with_header(kid="another"),
    "no key id": _with_header(),
    "a key id that is a list": _with_header(kid=["one"]),
    "a key id that is a number": _with_header(kid=1),
    "another key under a known id": _of_another_key,
    "expired": _with(exp=_now() - ONE_DAY),
    "no expiry": _with(exp=None),
    "an expiry that is no time": _with(exp="tomorrow"),
    "no time of issue": _with(iat=None),
    "no subject": _with(sub=None),
    "a subject that is no text": _with(sub=7),
    "not valid yet": _with(nbf=_now() + ONE_DAY),
    "another issuer": _with(iss="https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_another"),
    "no issuer": _with(iss=None),
    "another client": _with(client_id="another"),
    "no client": _with(client_id=None),
    "an id token": _with(token_use="id", client_id=None, aud="client-of-the-page"),
    "tampered with": _tampered,
    "no signature": lambda signer: signer.token(make.user_id()).rpartition(".")[0] + ".",
    "9 KB": _with(padding="x" * 9 * 1024),
}
