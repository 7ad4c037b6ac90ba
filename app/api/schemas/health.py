"""Health on the wire."""

from typing import Literal

from app.api.schemas.fields import Given


class Health(Given):
    status: Literal["ok"] = "ok"
