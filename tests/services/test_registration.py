"""A person's first appearance, however often it comes and from however many sides at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from app.domain.people import Role
from app.repositories.accounts import Account
from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.people import PeopleRepository
from app.repositories.projects import ProjectRepository
from app.services.registration import Registration
from tests import factories as make
from tests.conftest import Table


@pytest.mark.dynamodb_local
def test_many_first_requests_at_once_make_one_profile_and_count_one_admin(dynamodb_local_table: Table) -> None:
    client, name = dynamodb_local_table.client, dynamodb_local_table.name
    registration = Registration(PeopleRepository(client, name), ProjectRepository(client, name))
    account = Account("ada@example.com", "Ada Lovelace")
    with ThreadPoolExecutor(4) as threads:
        tries = [threads.submit(registration.register, "ada", account, Role.ADMIN, make.NOW) for _ in range(8)]
        assert [attempt.result() for attempt in tries] == [None] * 8
    counter = client.get_item(TableName=name, Key=to_attributes({"PK": "SYSTEM", "SK": "ADMINS"}))
    assert from_attributes(counter["Item"])["count"] == 1
    assert [user.id for user in registration.people.directory(make.page()).items] == ["ada"]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Ada\nBcc: eve@example.com", "Ada Bcc: eve@example.com"),
        ("長" * 2048, "長" * 100),
        ("\n \t", "ada"),
        ("", "ada"),
    ],
    ids=["of two lines", "too long", "of nothing", "missing"],
)
def test_whatever_name_cognito_was_given_a_profile_gets_one_that_can_be_kept(
    given: str, name: str, table: Table
) -> None:
    people = PeopleRepository(table.client, table.name)
    registration = Registration(people, ProjectRepository(table.client, table.name))
    registration.register("ada", Account("ada@example.com", given), Role.MEMBER, make.NOW)
    assert [user.name for user in people.directory(make.page()).items] == [name]
