"""The OpenAPI document as callers read it, and Swagger UI with its assets from the package, not from afar."""

from typing import Any

from fastapi import FastAPI

from app.api.schemas.problems import Problem

DESCRIPTION = """Tasks that a team owns outright.

Sign in with **Authorize** and a Cognito access token. Refusals are `application/problem+json` and say what to do.
An address that is none answers 404, a method that it does not take 405.
Lists come in pages: send `nextCursor` back as `cursor` until it is null. A task's `ETag` is its version.
"""

_REF = "#/components/schemas/{model}"


def install(app: FastAPI) -> None:
    generate = app.openapi

    def openapi() -> dict[str, Any]:
        document = generate()
        schemas = document.setdefault("components", {}).setdefault("schemas", {})
        if "Problem" not in schemas:
            schema = Problem.model_json_schema(ref_template=_REF)
            schemas |= schema.pop("$defs", {})
            schemas["Problem"] = schema
        return document

    app.openapi = openapi  # type: ignore[method-assign]


def serve_swagger_ui(app: FastAPI) -> None:
    from fastapi_swagger import patch_fastapi  # here: two megabytes of assets that production leaves out

    patch_fastapi(app, redirect_from_root_to_docs=False)
