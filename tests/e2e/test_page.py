"""The same story through the page, in a real browser."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import skip_or_fail
from tests.e2e.stack import CHECKOUT, Place

pytestmark = pytest.mark.e2e

CHROMIUM = Path("/usr/bin/chromium")
# Of all stories, on a machine that does other work besides: a story that hangs is ended by Playwright's own limit.
HANGING_SECONDS = 1_500


def test_the_story_in_a_browser(stack: Place) -> None:
    if not CHROMIUM.exists():
        skip_or_fail(f"The browser story needs {CHROMIUM}: apt-get install chromium")

    ended = subprocess.run(
        ("npx", "--no-install", "playwright", "test"),
        cwd=CHECKOUT / "frontend",
        env={**os.environ, "BATON_URL": stack.page_url, "BATON_MAIL_URL": stack.mail_url},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=HANGING_SECONDS,
        check=False,
    )

    assert ended.returncode == 0, ended.stdout
