"""Routers: what all their routes have in common, and that a route is made once."""

from http import HTTPStatus

from app.api.routers import PREFIX, public_router, signed_in_router
from app.api.routes import tasks
from tests.team import Team


def test_the_application_serves_the_very_routes_that_the_files_declare(team: Team) -> None:
    assert set(map(id, tasks.router.routes)) <= set(map(id, team.app.routes))


def test_routes_are_below_the_prefix_and_document_what_all_of_them_may_refuse() -> None:
    public, signed_in = public_router("/a", "a"), signed_in_router("/b", "b", HTTPStatus.NOT_FOUND)
    assert (public.prefix, signed_in.prefix) == (f"{PREFIX}/a", f"{PREFIX}/b")
    assert set(public.responses) == {413, 500}
    assert set(signed_in.responses) == {400, 401, 403, 404, 413, 422, 500, 503}
