"""One address for all: the API's requests reach the API, everything else the page."""

import asyncio

import httpx
import pytest
from fastapi import FastAPI
from starlette.responses import PlainTextResponse

from infra.local.site import Site, page_config

ENVIRONMENT = {
    "PAGE_ORIGIN": "http://127.0.0.1:8000",
    "AWS_REGION": "eu-central-1",
    "USER_POOL_ID": "eu-central-1_pool",
    "USER_POOL_CLIENT_ID": "client",
    "AWS_ENDPOINT_URL": "http://127.0.0.1:4566",
}


@pytest.fixture
def site() -> Site:
    api = FastAPI()

    @api.get("/api/v1/health")
    def health() -> str:
        return "well"

    return Site(api, page=PlainTextResponse("the page"), config=page_config(ENVIRONMENT))


def ask(site: Site, method: str, path: str) -> httpx.Response:
    async def answer() -> httpx.Response:
        transport = httpx.ASGITransport(app=site)
        async with httpx.AsyncClient(transport=transport, base_url="http://baton") as client:
            return await client.request(method, path)

    return asyncio.run(answer())


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/api/"])
def test_what_the_api_does_not_know_is_refused_by_the_api(site: Site, path: str) -> None:
    assert ask(site, "GET", path).status_code == 404


def test_a_wrong_method_is_refused_by_the_api(site: Site) -> None:
    assert ask(site, "DELETE", "/api/v1/health").status_code == 405


@pytest.mark.parametrize("path", ["/", "/sign-in", "/apiary"])
def test_every_other_address_is_the_pages(site: Site, path: str) -> None:
    assert ask(site, "GET", path).text == "the page"


def test_the_api_and_its_documentation_are_the_apis(site: Site) -> None:
    assert ask(site, "GET", "/api/v1/health").json() == "well"
    assert "swagger" in ask(site, "GET", "/docs").text
    assert ask(site, "GET", "/openapi.json").json()["paths"]


def test_the_page_finds_its_surroundings(site: Site) -> None:
    answer = ask(site, "GET", "/config.json")

    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.json() == {
        "apiUrl": "http://127.0.0.1:8000",
        "region": "eu-central-1",
        "userPoolId": "eu-central-1_pool",
        "userPoolClientId": "client",
        "userPoolEndpoint": "http://127.0.0.1:4566",
    }
