"""The ASGI application: routes, refusals, CORS and documentation put together."""

from http import HTTPStatus

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from starlette.middleware.cors import CORSMiddleware

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
PREFIX = "/api/v1"
PREFLIGHT_LIFETIME = 600  # seconds

_EVERYWHERE = errors.documented(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.INTERNAL_SERVER_ERROR)
_SIGNED_IN = errors.documented(
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.SERVICE_UNAVAILABLE,
)


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
        responses=_EVERYWHERE,
        generate_unique_id_function=_operation_id,
    )
    app.state.wiring = wiring
    errors.install(app)
    app.add_exception_handler(AlreadyAnswered, once.replay)
    strangers.install(app)
    documentation.install(app)
    if settings.docs:
        documentation.serve_swagger_ui(app)
    app.include_router(_routes())
    app.add_middleware(BodyLimit)
    app.add_middleware(RequestEnvelope)
    _allow_page(app, settings.page_origin)  # the last added is the outermost
    return app


def _routes() -> APIRouter:
    router = APIRouter(prefix=PREFIX)
    for public in (health, unsubscribe):
        router.include_router(public.router)
    # export and bulk before tasks: their addresses look like a task's.
    signed_in = (users, projects, export, bulk, tasks, assignments, comments, history, trash, stats, inbox, webhook)
    for resource in signed_in:
        router.include_router(resource.router, responses=_SIGNED_IN)
    return router


def _allow_page(app: FastAPI, origin: str) -> None:
    app.add_middleware(
        CORSMiddleware,
        allow_origins=[origin],
        allow_methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
        allow_headers=["Authorization", "Content-Type", "If-Match", "Idempotency-Key"],
        expose_headers=["ETag", "Location", "X-Request-Id", once.REPLAYED],
        max_age=PREFLIGHT_LIFETIME,
    )


def _operation_id(route: APIRoute) -> str:
    return route.name
