"""The built page as files: what is hashed is kept by the browser, the rest asked for each time."""

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

# The builder puts a hash of its content into the name of each file below assets/.
CACHED_FOR_A_YEAR = "public, max-age=31536000, immutable"
ASKED_FOR_EACH_TIME = "no-cache"


def compressed_page(directory: Path) -> ASGIApp:
    """Compressed as the cloud's hosting does it, so that what is measured here holds there."""
    return GZipMiddleware(Page(directory=directory), compresslevel=6)


class Page(StaticFiles):
    """The built page; an address that is no file is the page's own to understand."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        try:
            response = await super().get_response(path, scope)
        except HTTPException as refusal:
            if refusal.status_code != 404 or path.startswith("assets/"):
                return PlainTextResponse(refusal.detail, refusal.status_code, refusal.headers)
            response = await super().get_response("index.html", scope)
        hashed = path.startswith("assets/")
        response.headers["Cache-Control"] = CACHED_FOR_A_YEAR if hashed else ASKED_FOR_EACH_TIME
        return response
