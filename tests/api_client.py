"""Requests straight into an ASGI application, without a socket, answered one at a time."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx
from starlette.types import ASGIApp


@dataclass(frozen=True)
class ApiClient:
    app: ASGIApp
    headers: Mapping[str, str] = field(default_factory=dict)

    def request(self, method: str, path: str, **options: Any) -> httpx.Response:
        """`path` is under /api/v1, unless it is a whole address. `options` are httpx's: json, params, headers."""
        address = path if path.startswith("http") else f"http://api.test/api/v1{path}"
        headers = {**self.headers, **(options.pop("headers", None) or {})}
        return asyncio.run(self._send(method, address, headers=headers, **options))

    def get(self, path: str, **options: Any) -> httpx.Response:
        return self.request("GET", path, **options)

    def post(self, path: str, **options: Any) -> httpx.Response:
        return self.request("POST", path, **options)

    def put(self, path: str, **options: Any) -> httpx.Response:
        return self.request("PUT", path, **options)

    def patch(self, path: str, **options: Any) -> httpx.Response:
        return self.request("PATCH", path, **options)

    def delete(self, path: str, **options: Any) -> httpx.Response:
        return self.request("DELETE", path, **options)

    async def _send(self, method: str, address: str, **options: Any) -> httpx.Response:
        # As over a wire, a server's error is an answer, not an exception here.
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport) as client:
            return await client.request(method, address, **options)


def is_problem(answer: httpx.Response, status: int) -> bool:
    """Whether a refusal has the one shape that all of them have."""
    assert answer.status_code == status, answer.text
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["status"] == status
    assert problem["requestId"] == answer.headers["x-request-id"]
    return set(problem) <= {"type", "title", "status", "detail", "requestId", "errors", "currentVersion"} and all(
        problem[name] for name in ("type", "title", "detail", "requestId")
    )
