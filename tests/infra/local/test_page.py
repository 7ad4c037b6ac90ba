"""The built page: its addresses all lead to it, and browsers keep only what can never change."""

import asyncio
from pathlib import Path

import httpx
import pytest
from starlette.types import ASGIApp

from infra.local.page import Page, compressed_page


@pytest.fixture
def page(tmp_path: Path) -> Page:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "index-1a2b.js").write_text("let page")
    (tmp_path / "index.html").write_text("<title>Baton</title>")
    (tmp_path / "favicon.svg").write_text("<svg/>")
    return Page(directory=tmp_path)


def ask(page: ASGIApp, path: str, *, method: str = "GET", headers: dict[str, str] | None = None) -> httpx.Response:
    async def answer() -> httpx.Response:
        transport = httpx.ASGITransport(app=page)
        async with httpx.AsyncClient(transport=transport, base_url="http://baton") as client:
            return await client.request(method, path, headers=headers)

    return asyncio.run(answer())


def test_a_missing_asset_is_missing_and_not_the_page(page: Page) -> None:
    answer = ask(page, "/assets/index-old.js")

    assert answer.status_code == 404
    assert "Cache-Control" not in answer.headers


def test_the_page_takes_no_orders(page: Page) -> None:
    assert ask(page, "/sign-in", method="POST").status_code == 405


@pytest.mark.parametrize("path", ["/../secret", "/%2e%2e/secret"])
def test_nothing_outside_the_page_is_shown(page: Page, path: str, tmp_path: Path) -> None:
    (tmp_path.parent / "secret").write_text("secret")

    assert "secret" not in ask(page, path).text


@pytest.mark.parametrize("path", ["/", "/index.html", "/sign-in", "/projects/1/board"])
def test_every_address_of_the_page_leads_to_it(page: Page, path: str) -> None:
    answer = ask(page, path)

    assert (answer.status_code, answer.text) == (200, "<title>Baton</title>")
    assert answer.headers["Cache-Control"] == "no-cache"


def test_a_hashed_file_is_kept_for_good(page: Page) -> None:
    answer = ask(page, "/assets/index-1a2b.js")

    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_an_unhashed_file_is_asked_for_each_time_and_sent_only_when_changed(page: Page) -> None:
    first = ask(page, "/favicon.svg")
    second = ask(page, "/favicon.svg", headers={"If-None-Match": first.headers["ETag"]})

    assert first.headers["Cache-Control"] == second.headers["Cache-Control"] == "no-cache"
    assert second.status_code == 304


@pytest.mark.parametrize(("accepted", "encoding"), [("gzip", "gzip"), ("identity", None)])
def test_a_long_file_is_compressed_for_who_takes_it_so(
    page: Page, tmp_path: Path, accepted: str, encoding: str | None
) -> None:
    (tmp_path / "assets" / "long-3c4d.js").write_text("let page; " * 1000)

    answer = ask(compressed_page(tmp_path), "/assets/long-3c4d.js", headers={"Accept-Encoding": accepted})

    assert answer.text == "let page; " * 1000
    assert answer.headers.get("Content-Encoding") == encoding
    assert answer.headers["Vary"] == "Accept-Encoding"
