"""Who is asking: from a token to a Principal, as the types that routes put into their signatures."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Annotated

from cachetools import TTLCache
from fastapi import Depends, Request
from fastapi.dependencies.models import Dependant
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from app.api.errors import Unauthenticated
from app.api.tokens import Claims, InvalidToken, TokenVerifier
from app.domain.errors import Forbidden
from app.domain.people import Principal, Role, User, principal_of

PROFILE_LIFETIME = 30  # seconds: how long a demotion or deactivation may go unnoticed
PROFILES_KEPT = 1024

type FindProfile = Callable[[Claims, str], User]

_bearer = HTTPBearer(
    auto_error=False,
    bearerFormat="JWT",
    description="A Cognito access token. On a laptop: `make token WHO=admin` prints one.",
)


@dataclass(frozen=True)
class Gatekeeper:
    """Turns tokens into principals, asking for each person's profile once in 30 seconds."""

    verifier: TokenVerifier
    find_profile: FindProfile
    _profiles: TTLCache[str, User] = field(default_factory=lambda: TTLCache(PROFILES_KEPT, PROFILE_LIFETIME))
    _lock: Lock = field(default_factory=Lock)

    def claims(self, token: str) -> Claims:
        try:
            return self.verifier.verify(token)
        except InvalidToken as error:
            raise Unauthenticated from error

    def principal(self, token: str, claims: Claims) -> Principal:
        """Raises Unauthenticated, and Forbidden for the deactivated."""
        return principal_of(self._profile(token, claims), in_admin_group=Role.ADMIN in claims.groups)

    def forget(self, user_id: str) -> None:
        """Their next request here reads their profile anew; other containers notice within 30 seconds."""
        with self._lock:
            self._profiles.pop(user_id, None)

    def _profile(self, token: str, claims: Claims) -> User:
        with self._lock:
            known = self._profiles.get(claims.user_id)
        if known:
            return known
        profile = self.find_profile(claims, token)
        with self._lock:
            self._profiles[claims.user_id] = profile
        return profile


@dataclass(frozen=True)
class _SignedIn:
    token: str
    claims: Claims


# Two steps, because checking a signature is quick and stays on the event loop, while a profile is read from afar.
async def _signed_in(
    request: Request, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
) -> _SignedIn:
    if credentials is None:
        raise Unauthenticated
    gatekeeper: Gatekeeper = request.app.state.wiring.gatekeeper
    return _SignedIn(credentials.credentials, gatekeeper.claims(credentials.credentials))


def _caller(request: Request, signed_in: Annotated[_SignedIn, Depends(_signed_in)]) -> Principal:
    gatekeeper: Gatekeeper = request.app.state.wiring.gatekeeper
    principal = gatekeeper.principal(signed_in.token, signed_in.claims)
    return replace(principal, request_id=request.state.request_id)


def _admin(caller: Annotated[Principal, Depends(_caller)]) -> Principal:
    if not caller.is_admin:
        raise Forbidden("Only an admin of your team may do this.")
    return caller


async def require_token(request: Request) -> None:
    """Raises Unauthenticated. For what is refused before the route's own guard was asked."""
    await _signed_in(request, await _bearer(request))


def asks_for_token(dependant: Dependant) -> bool:
    return dependant.call is _signed_in or any(asks_for_token(part) for part in dependant.dependencies)


Caller = Annotated[Principal, Depends(_caller)]
Admin = Annotated[Principal, Depends(_admin)]
