"""The documentation: as true as the routes, readable without the network, and off unless switched on."""

import re
from dataclasses import replace

import pytest

from app.api.application import create_app
from app.api.routers import PREFIX
from tests.api_client import ApiClient, is_problem
from tests.team import SETTINGS, Team

ADDRESS = "http://api.test"


@pytest.mark.parametrize("path", ["/docs", "/openapi.json", "/redoc", "/swagger/swagger-ui-bundle.js"])
def test_documentation_that_is_off_is_not_there(path: str, team: Team) -> None:
    client = ApiClient(create_app(replace(SETTINGS, docs=False), team.wiring))
    assert is_problem(client.get(ADDRESS + path), 404)


def test_swagger_ui_loads_nothing_from_afar(team: Team) -> None:
    page = team.anonymous.get(f"{ADDRESS}/docs")
    assert page.status_code == 200
    sources = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert sources
    for source in sources:
        assert source.startswith(f"{ADDRESS}/")
        assert team.anonymous.get(source).status_code == 200


def test_the_document_describes_every_refusal_as_a_problem(team: Team) -> None:
    document = team.anonymous.get(f"{ADDRESS}/openapi.json").json()
    assert "Problem" in document["components"]["schemas"]
    refusals = [
        answer
        for operations in document["paths"].values()
        for operation in operations.values()
        for status, answer in operation["responses"].items()
        if int(status) >= 400
    ]
    assert refusals
    assert all(list(answer["content"]) == ["application/problem+json"] for answer in refusals)


def test_every_reference_in_the_document_leads_somewhere(team: Team) -> None:
    answer = team.anonymous.get(f"{ADDRESS}/openapi.json")
    schemas = answer.json()["components"]["schemas"]
    assert set(re.findall(r"#/components/schemas/(\w+)", answer.text)) <= set(schemas)


def test_every_route_but_health_and_unsubscribing_asks_for_a_token(team: Team) -> None:
    paths = team.app.openapi()["paths"]
    unguarded = [
        path
        for path, operations in paths.items()
        for operation in operations.values()
        if operation.get("security") != [{"HTTPBearer": []}]
    ]
    assert unguarded == ["/api/v1/health", "/api/v1/unsubscribe", "/api/v1/unsubscribe"]


def test_whatever_is_posted_may_be_posted_again(team: Team) -> None:
    """But unsubscribing, which is the same however often it is done, and is done by mail programs that send no key."""
    paths = team.app.openapi()["paths"]
    posts = {path: each["post"] for path, each in paths.items() if "post" in each}
    unsafe = {
        path
        for path, post in posts.items()
        if "Idempotency-Key" not in [parameter["name"] for parameter in post.get("parameters", [])]
    }
    assert unsafe == {f"{PREFIX}/unsubscribe"}


def test_operations_are_named_by_the_words_of_the_code(team: Team) -> None:
    assert team.app.openapi()["paths"]["/api/v1/tasks"]["post"]["operationId"] == "create_task"


def test_asking_twice_gives_the_same_document(team: Team) -> None:
    assert team.app.openapi() == team.app.openapi()
