"""Requests as API Gateway's REST APIs hand them to a Lambda (proxy integration, payload version 1)."""

import asyncio
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any


@contextmanager
def loop_of_a_lambda() -> Iterator[None]:
    """Mangum runs on the process's current event loop, which nobody else here keeps."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    try:
        yield
    finally:
        loop.close()
        asyncio.set_event_loop(None)


def gateway_event(
    method: str,
    path: str,
    *,
    stage: str = "",
    headers: Mapping[str, Any] | None = None,
    query: Mapping[str, str] | None = None,
    body: Any = None,
) -> dict[str, Any]:
    """With a `stage`, as called by the API's own address; without one, as called by a domain of ours."""
    sent = {"Host": "api.example.com", "X-Forwarded-Port": "443", "X-Forwarded-Proto": "https", **(headers or {})}
    if body is not None:
        sent["Content-Type"] = "application/json"
    return {
        "resource": "/{proxy+}",
        "path": path,
        "httpMethod": method,
        "headers": sent,
        "multiValueHeaders": {name: value if value is None else [value] for name, value in sent.items()},
        "queryStringParameters": query,
        "multiValueQueryStringParameters": {name: [value] for name, value in query.items()} if query else None,
        "pathParameters": {"proxy": path.removeprefix("/")},
        "stageVariables": None,
        "requestContext": {
            "resourceId": "abc123",
            "resourcePath": "/{proxy+}",
            "httpMethod": method,
            "extendedRequestId": "extended-1",
            "requestTime": "02/Mar/2026:09:30:00 +0000",
            "path": f"/{stage}{path}" if stage else path,
            "accountId": "123456789012",
            "protocol": "HTTP/1.1",
            "stage": stage or "prod",
            "domainPrefix": "api",
            "requestTimeEpoch": 1772443800000,
            "requestId": "request-1",
            "identity": {"sourceIp": "203.0.113.7", "userAgent": "test"},
            "domainName": "api.example.com",
            "apiId": "abc123",
        },
        "body": None if body is None else json.dumps(body),
        "isBase64Encoded": False,
    }
