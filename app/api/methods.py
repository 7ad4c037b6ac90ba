"""The methods that an address takes, all of them: Starlette names those of the first route only."""

from starlette.requests import Request
from starlette.routing import Match

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def methods_of_address(request: Request) -> list[str]:
    return [method for method in _METHODS if _is_taken(request, method)]


def _is_taken(request: Request, method: str) -> bool:
    # Not the request's own scope: matching writes into it.
    asked = {name: request.scope.get(name, "") for name in ("type", "path", "root_path")} | {"method": method}
    return any(route.matches(asked)[0] is Match.FULL for route in request.app.routes)
