"""The OpenAPI document in the checkout, from which the page's types are made, is that of the code."""

import json
import sys
from pathlib import Path

import pytest

from infra import openapi

CHECKED_IN = Path(__file__).parents[2] / "frontend" / "openapi.json"


def test_the_document_in_the_checkout_is_what_the_code_gives_now() -> None:
    assert CHECKED_IN.read_text() == openapi.openapi_document(), "run `make openapi`"


def test_the_document_describes_this_api() -> None:
    document = json.loads(openapi.openapi_document())
    assert document["info"]["title"] == "Baton"
    assert document["openapi"].startswith("3.1")


def test_the_command_prints_the_document(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["openapi"])
    openapi.main()
    assert capsys.readouterr().out == openapi.openapi_document()
