"""One running stack for all tests that only look at it and add to it."""

from collections.abc import Iterator

import pytest

from infra.local.people import DEMO_ADMIN
from tests.e2e.mailbox import Mailbox
from tests.e2e.person import Person, newcomer, signed_in
from tests.e2e.stack import Place, a_place, running


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    place = a_place(tmp_path_factory.mktemp("stack") / "data")
    with running(place):
        yield place


@pytest.fixture(scope="session")
def mailbox(stack: Place) -> Mailbox:
    return Mailbox(stack.mail_url)


@pytest.fixture(scope="session")
def admin(stack: Place) -> Person:
    return signed_in(stack, DEMO_ADMIN.email)


@pytest.fixture(scope="session")
def member(stack: Place) -> Person:
    return newcomer(stack)
