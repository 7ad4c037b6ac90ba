"""The gateway and the application agree: on what is public, and on what a browser is told."""

import asyncio
from dataclasses import replace

import httpx

from app.api.application import create_app
from tests.infra.terraform.state import Environment, Resource
from tests.team import SETTINGS

ORIGIN = SETTINGS.page_origin
DOCS = {("GET", "/docs"), ("GET", "/openapi.json"), ("GET", "/swagger/{proxy+}")}
METHODS = {"get", "put", "post", "delete", "patch"}


def key_of(resource: Resource) -> str:
    return resource.address.split('"')[1]


def open_routes() -> set[tuple[str, str]]:
    """What the application's own document asks no token for."""
    document = create_app(SETTINGS, None).openapi()  # type: ignore[arg-type]
    return {
        (method.upper(), path)
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
        if method in METHODS and not operation.get("security")
    }


def test_what_needs_no_token_at_the_gateway_needs_none_in_the_application(environment: Environment) -> None:
    public = environment.of_type("aws_api_gateway_method", "module.gateway.aws_api_gateway_method.public[")
    found = {tuple(key_of(method).split(" ", 1)) for method in public}
    assert found == open_routes() | (DOCS if environment.name == "dev" else set())
    assert ("GET", "/api/v1/health") in open_routes()


def test_everything_else_asks_for_an_access_token(environment: Environment) -> None:
    methods = environment.of_type("aws_api_gateway_method")
    unguarded = [method for method in methods if method["authorization"] == "NONE" and "guarded" in method.address]
    assert unguarded == []
    for method in environment.of_type("aws_api_gateway_method", "module.gateway.aws_api_gateway_method.guarded["):
        assert method["authorization_scopes"] == ["aws.cognito.signin.user.admin"]


def test_the_function_is_called_by_post_whatever_the_caller_asks(environment: Environment) -> None:
    """Lambda knows no other method."""
    integrations = environment.of_type("aws_api_gateway_integration")
    called = [integration for integration in integrations if integration["type"] == "AWS_PROXY"]
    assert len(called) > len(open_routes())
    assert {integration["integration_http_method"] for integration in called} == {"POST"}


def test_a_preflight_is_answered_as_the_application_answers_it(environment: Environment) -> None:
    answers = environment.of_type("aws_api_gateway_integration_response")
    assert answers
    for answer in answers:
        headers = {
            name.removeprefix("method.response.header.").lower(): value.strip("'")
            for name, value in answer["response_parameters"].items()
        }
        page = environment.one("aws_amplify_app")["default_domain"]
        assert headers["access-control-allow-origin"] == f"https://main.{page}"
        assert said(headers) == said(preflight())


def preflight() -> dict[str, str]:
    """The application's own answer."""
    app = create_app(replace(SETTINGS), None)  # type: ignore[arg-type]
    asked = {"Origin": ORIGIN, "Access-Control-Request-Method": "PATCH"}

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="https://api") as client:
            return await client.options("/api/v1/tasks", headers=asked)

    return dict(asyncio.run(ask()).headers)


def said(headers: dict[str, str]) -> tuple[set[str], set[str], str]:
    """Starlette adds the headers that a browser may send without asking."""
    always = {"accept", "accept-language", "content-language"}
    names = {name.strip().lower() for name in headers["access-control-allow-headers"].split(",")}
    methods = {name.strip() for name in headers["access-control-allow-methods"].split(",")}
    return methods, names - always, headers["access-control-max-age"]


def test_no_answer_of_the_gateway_is_for_any_origin(environment: Environment) -> None:
    for refusal in environment.of_type("aws_api_gateway_gateway_response"):
        origin = refusal["response_parameters"]["gatewayresponse.header.Access-Control-Allow-Origin"]
        assert origin.startswith("'https://")
        assert "*" not in origin


def test_no_log_holds_bodies(environment: Environment) -> None:
    settings = environment.of_type("aws_api_gateway_method_settings")
    assert settings
    assert not any(each["settings"][0]["data_trace_enabled"] for each in settings)


def test_production_stands_behind_the_firewall(environment: Environment) -> None:
    assert len(environment.of_type("aws_wafv2_web_acl_association")) == (environment.name == "prod")
