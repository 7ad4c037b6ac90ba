"""The API held to its own OpenAPI document, by requests made from it, right and wrong, of an admin and of a member."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import Case
from schemathesis.checks import CheckFunction
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import allow_header_conformance, positive_data_acceptance, unsupported_method

from app.api.tokens import KeySet
from app.domain.people import Role, User
from tests.api.known_ids import KnownIds
from tests.api_client import ApiClient
from tests.conftest import Table
from tests.team import Team, application
from tests.tokens import KeySource, Seconds, Signer

# The same requests in every run. Those made at random come on top of the systematic ones.
CONFIG = {
    "seed": 20260302,
    "base-url": "http://api.test",
    "generation": {"max-examples": 15, "deterministic": True, "database": "none", "with-security-parameters": False},
}
DOCUMENT = application().openapi()
SCHEMA = schemathesis.openapi.from_dict(DOCUMENT, config=SchemathesisConfig.from_dict(CONFIG))
SCHEMA.app = application()


@pytest.fixture
def team(dynamodb_local_table: Table, signer: Signer, key_source: KeySource, seconds: Seconds) -> Team:
    """On the database that is as strict as AWS's own."""
    return Team.on(dynamodb_local_table, KeySet(key_source, seconds), signer)


@pytest.fixture
def caller(role: str, team: Team) -> User:
    return team.person(role=Role[role])


@pytest.fixture
def client(team: Team, caller: User) -> ApiClient:
    return team.client(caller)


@pytest.fixture
def known_ids(team: Team, caller: User, client: ApiClient) -> KnownIds:
    return KnownIds(team, caller, client)


@pytest.mark.dynamodb_local
@pytest.mark.parametrize("role", ["ADMIN", "MEMBER"])
@SCHEMA.parametrize()
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # one table for all requests of an operation
def test_every_answer_is_one_that_the_document_names(case: Case[Any], known_ids: KnownIds, client: ApiClient) -> None:
    known_ids.fill(case)
    case.call_and_validate(headers=dict(client.headers), excluded_checks=list(left_out(case)))


def left_out(case: Case[Any]) -> Iterator[CheckFunction]:
    yield positive_data_acceptance  # whether an id is of something, and a status is next, no document can say
    if fits_another(case.path):  # PATCH /tasks/bulk is a PATCH of the task "bulk", and refused as one
        yield from (unsupported_method, allow_header_conformance)


def fits_another(path: str) -> bool:
    return any(re.fullmatch(re.sub(r"{\w+}", "[^/]+", other), path) for other in DOCUMENT["paths"] if other != path)
