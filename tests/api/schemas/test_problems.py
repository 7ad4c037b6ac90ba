"""Refusals on the wire."""

from app.api.schemas.problems import FieldProblem, Problem


def test_a_problem_names_the_request_and_the_fields() -> None:
    problem = Problem(
        type="urn:baton:problem:conflict",
        title="Conflict",
        status=409,
        detail="Reload.",
        request_id="r",
        errors=[FieldProblem(field="title", message="too long")],
    )
    assert problem.model_dump(by_alias=True, exclude_none=True) == {
        "type": "urn:baton:problem:conflict",
        "title": "Conflict",
        "status": 409,
        "detail": "Reload.",
        "requestId": "r",
        "errors": [{"field": "title", "message": "too long"}],
    }
