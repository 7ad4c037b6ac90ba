"""What tests of the API may ask for: a team, who signs its tokens, and a client for an admin and for a member."""

import pytest

from app.api.tokens import KeySet
from app.domain.people import User
from tests.api_client import ApiClient
from tests.conftest import Table
from tests.team import Team
from tests.tokens import KeySource, Seconds, Signer


@pytest.fixture(scope="session")
def signer() -> Signer:
    return Signer.new("one")


@pytest.fixture
def key_source(signer: Signer) -> KeySource:
    return KeySource([signer])


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def team(moto_table: Table, signer: Signer, key_source: KeySource, seconds: Seconds) -> Team:
    return Team.on(moto_table, KeySet(key_source, seconds), signer)


@pytest.fixture
def ada(team: Team) -> User:
    """An admin."""
    return team.admin(name="Ada Admin", email="ada@example.com")


@pytest.fixture
def max_member(team: Team) -> User:
    """A member."""
    return team.person(name="Max Member", email="max@example.com")


@pytest.fixture
def admin(team: Team, ada: User) -> ApiClient:
    return team.client(ada)


@pytest.fixture
def member(team: Team, max_member: User) -> ApiClient:
    return team.client(max_member)
