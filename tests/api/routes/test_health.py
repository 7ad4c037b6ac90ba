"""Whether the API runs."""

from app.api.application import create_app
from tests.api_client import ApiClient, is_problem
from tests.team import SETTINGS, Team


def test_health_takes_no_other_method(team: Team) -> None:
    assert is_problem(team.anonymous.post("/health"), 405)


def test_anybody_may_ask_whether_the_api_runs(team: Team) -> None:
    answer = team.anonymous.get("/health")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_health_asks_nothing_of_anything_else() -> None:
    without_anything = create_app(SETTINGS, None)  # type: ignore[arg-type]
    assert ApiClient(without_anything).get("/health").status_code == 200
