"""Sign-in accounts in Cognito."""

from collections.abc import Callable, Iterator

import pytest
from botocore.stub import ANY, Stubber
from moto import mock_aws

from app.domain.errors import Conflict, Unfinished
from app.domain.people import Role
from app.repositories.accounts import Account, AccountRepository, TokenRevoked, account_of
from tests import factories as make
from tests.conftest import SESSION
from tests.user_pool import UserPool


@pytest.fixture
def pool() -> Iterator[UserPool]:
    with mock_aws():
        yield UserPool.created(SESSION.client("cognito-idp"))


@pytest.fixture
def accounts(pool: UserPool) -> AccountRepository:
    return AccountRepository(pool.cognito)


@pytest.mark.parametrize(
    ("operation", "ask"),
    [
        ("AdminAddUserToGroup", lambda accounts, *whom: accounts.add_to_group(*whom, Role.ADMIN)),
        ("AdminRemoveUserFromGroup", lambda accounts, *whom: accounts.remove_from_group(*whom, Role.ADMIN)),
        ("AdminEnableUser", lambda accounts, *whom: accounts.enable(*whom)),
        ("AdminDisableUser", lambda accounts, *whom: accounts.disable(*whom)),
        ("AdminUserGlobalSignOut", lambda accounts, *whom: accounts.sign_out(*whom)),
    ],
)
def test_what_cognito_does_not_do_is_unfinished(
    operation: str, ask: Callable[..., None], accounts: AccountRepository, pool: UserPool
) -> None:
    with pool.out_for(operation), pytest.raises(Unfinished, match="same request again"):
        ask(accounts, pool.id, pool.person("ada@example.com"))


def test_what_cognito_refuses_is_unfinished(accounts: AccountRepository) -> None:
    with pytest.raises(Unfinished):
        accounts.disable("eu-central-1_unknown", "ada")


def test_nothing_can_be_given_to_an_account_that_is_gone(accounts: AccountRepository, pool: UserPool) -> None:
    gone = make.user_id()
    with pytest.raises(Conflict, match="sign up again"):
        accounts.add_to_group(pool.id, gone, Role.ADMIN)
    with pytest.raises(Conflict, match="sign up again"):
        accounts.enable(pool.id, gone)


def test_there_is_nothing_to_take_from_an_account_that_is_gone(accounts: AccountRepository, pool: UserPool) -> None:
    gone, ada = make.user_id(), pool.person("ada@example.com")
    accounts.remove_from_group(pool.id, gone, Role.ADMIN)
    accounts.disable(pool.id, gone)
    accounts.sign_out(pool.id, gone)
    assert pool.may_sign_in(ada)


@pytest.mark.parametrize("code", ["NotAuthorizedException", "UserNotFoundException"])
def test_a_token_that_cognito_no_longer_honours_is_revoked(code: str) -> None:
    client = SESSION.client("cognito-idp")
    with Stubber(client) as stub:
        stub.add_client_error("get_user", code)
        with pytest.raises(TokenRevoked):
            AccountRepository(client).of_token("token")


def test_the_account_of_a_token_is_read_with_the_token_alone() -> None:
    client = SESSION.client("cognito-idp")
    attributes = [{"Name": "email", "Value": "Ada@Example.com"}, {"Name": "name", "Value": " Ada Lovelace "}]
    with Stubber(client) as stub:
        stub.add_response("get_user", {"Username": "ada", "UserAttributes": attributes}, {"AccessToken": ANY})
        assert AccountRepository(client).of_token("token") == Account("ada@example.com", "Ada Lovelace")


def test_an_account_without_a_name_has_an_empty_one() -> None:
    assert account_of({"email": "ada@example.com"}) == Account("ada@example.com", "")


def test_somebody_added_to_a_group_twice_is_in_it_once(accounts: AccountRepository, pool: UserPool) -> None:
    ada = pool.person("ada@example.com")
    for _ in range(2):
        accounts.add_to_group(pool.id, ada, Role.ADMIN)
    assert pool.groups_of(ada) == ["ADMIN"]


def test_somebody_removed_from_a_group_twice_stays_in_the_others(accounts: AccountRepository, pool: UserPool) -> None:
    ada = pool.person("ada@example.com")
    for role in Role:
        accounts.add_to_group(pool.id, ada, role)
    for _ in range(2):
        accounts.remove_from_group(pool.id, ada, Role.ADMIN)
    assert pool.groups_of(ada) == ["MEMBER"]


def test_somebody_disabled_cannot_sign_in_until_they_are_enabled(accounts: AccountRepository, pool: UserPool) -> None:
    ada = pool.person("ada@example.com")
    accounts.disable(pool.id, ada)
    assert not pool.may_sign_in(ada)
    accounts.enable(pool.id, ada)
    assert pool.may_sign_in(ada)


def test_a_sign_out_ends_the_sessions_of_that_person_alone(accounts: AccountRepository, pool: UserPool) -> None:
    ada, grace = pool.person("ada@example.com"), pool.person("grace@example.com")
    token_of_ada, token_of_grace = pool.access_token(ada), pool.access_token(grace)
    accounts.sign_out(pool.id, ada)
    with pytest.raises(TokenRevoked):
        accounts.of_token(token_of_ada)
    assert accounts.of_token(token_of_grace).email == "grace@example.com"
