"""Refusals on the wire."""

from app.api.schemas.fields import Given


class FieldProblem(Given):
    field: str
    message: str


class Problem(Given):
    """A refusal (RFC 9457). `detail` says what to do; `requestId` finds it in the logs."""

    type: str
    title: str
    status: int
    detail: str
    request_id: str
    errors: list[FieldProblem] | None = None
    current_version: int | None = None
