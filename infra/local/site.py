"""One address for all that the browser asks for: the API, the built page, and the page's /config.json."""

from collections.abc import Mapping

from fastapi import FastAPI
from starlette.responses import JSONResponse
from starlette.routing import Match
from starlette.types import ASGIApp, Receive, Scope, Send

from infra.local.page import ASKED_FOR_EACH_TIME


class Site:
    """Sends a request where it belongs: what the API has a route for is the API's, the rest the page's."""

    def __init__(self, api: FastAPI, *, page: ASGIApp, config: Mapping[str, str]) -> None:
        self._api = api
        self._page = page
        self._config = JSONResponse(dict(config), headers={"Cache-Control": ASKED_FOR_EACH_TIME})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._target(scope)(scope, receive, send)

    def _target(self, scope: Scope) -> ASGIApp:
        if scope["type"] != "http" or self._is_for_api(scope):
            return self._api
        return self._config if scope["path"] == "/config.json" else self._page

    def _is_for_api(self, scope: Scope) -> bool:
        if scope["path"].startswith("/api/"):
            return True
        return any(route.matches(scope)[0] is not Match.NONE for route in self._api.routes)


def page_config(environment: Mapping[str, str]) -> dict[str, str]:
    return {
        "apiUrl": environment["PAGE_ORIGIN"],
        "region": environment["AWS_REGION"],
        "userPoolId": environment["USER_POOL_ID"],
        "userPoolClientId": environment["USER_POOL_CLIENT_ID"],
        "userPoolEndpoint": environment["AWS_ENDPOINT_URL"],
    }
