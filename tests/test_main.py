"""The front door: one application, for a server and for Lambda, made of what the environment says."""

import importlib
import json
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from app.settings import SettingsError
from tests.gateway_events import gateway_event, loop_of_a_lambda

ENVIRONMENT = {
    "TABLE_NAME": "baton",
    "USER_POOL_ID": "eu-central-1_example",
    "USER_POOL_CLIENT_ID": "client",
    "PAGE_ORIGIN": "https://baton.example.com",
    "SIGNING_KEY": "thirty-two characters of a secret",
    "WEBHOOK_QUEUE_URL": "https://queue.example.com/webhooks",
}


@pytest.fixture(autouse=True)
def event_loop() -> Iterator[None]:
    with loop_of_a_lambda():
        yield


def start(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """As a new process would: what the module reads from the environment, it reads as it is imported."""
    monkeypatch.delitem(sys.modules, "app.main", raising=False)
    return importlib.import_module("app.main")


@pytest.mark.parametrize("name", ENVIRONMENT)
def test_nothing_starts_in_an_environment_that_lacks_something(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for other, value in ENVIRONMENT.items():
        monkeypatch.setenv(other, value)
    monkeypatch.delenv(name)
    with pytest.raises(SettingsError, match=name):
        start(monkeypatch)


def test_the_same_application_answers_a_server_and_a_lambda(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    main = start(monkeypatch)
    assert main.app.title == "Baton"
    assert main.app.state.wiring.gatekeeper.verifier.client_id == "client"
    answer = main.handler(gateway_event("GET", "/api/v1/health", stage="prod"), None)
    assert (answer["statusCode"], json.loads(answer["body"])) == (200, {"status": "ok"})
