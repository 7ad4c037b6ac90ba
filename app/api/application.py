"""The ASGI application: routes, refusals, CORS and documentation put together."""

from collections.abc import Iterator

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import BaseRoute

from app.api import documentation, errors, once, strangers
from app.api.body_limit import BodyLimit
from app.api.dependencies import Wiring
from app.api.middleware import RequestEnvelope
from app.api.routes import (
    assignments,
    bulk,
    comments,
    export,
    health,
    history,
    inbox,
    projects,
    stats,
    tasks,
    trash,
    unsubscribe,
    users,
    webhook,
)
from app.domain.answers import AlreadyAnswered
from app.settings import ApiSettings

VERSION = "0.1.0"
PREFLIGHT_LIFETIME = 600  # seconds


def create_app(settings: ApiSettings, wiring: Wiring) -> FastAPI:
    app = FastAPI(
        title="Baton",
        version=VERSION,
        description=documentation.DESCRIPTION,
        openapi_url="/openapi.json" if settings.docs else None,
        docs_url=None,
        redoc_url=None,
        swagger_ui_oauth2_redirect_url=None,
        redirect_slashes=False,
    )
    app.state.wiring = wiring
    errors.install(app)
    app.add_exception_handler(AlreadyAnswered, once.replay)
    strangers.install(app)
    documentation.install(app)
    if settings.docs:
        documentation.serve_swagger_ui(app)
    app.router.routes.extend(_routes())
    app.add_middleware(BodyLimit)
    app.add_middleware(RequestEnvelope)
    _allow_page(app, settings.page_origin)  # the last added is the outermost
    return app


def _routes() -> Iterator[BaseRoute]:
    # export and bulk before tasks: their addresses look like a task's.
    signed_in = (users, projects, export, bulk, tasks, assignments, comments, history, trash, stats, inbox, webhook)
    for resource in (health, unsubscribe, *signed_in):
        yield from resource.router.routes


def _allow_page(app: FastAPI, origin: str) -> None:
    app.add_middleware(
        CORSMiddleware,
        allow_origins=[origin],
        allow_methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
        allow_headers=["Authorization", "Content-Type", "If-Match", "Idempotency-Key"],
        expose_headers=["ETag", "Location", "X-Request-Id", once.REPLAYED],
        max_age=PREFLIGHT_LIFETIME,
    )
