"""Sign-in accounts in Cognito."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import boto3
import pytest
from botocore.stub import ANY, Stubber
from moto import mock_aws

from app.domain.people import Role
from app.repositories.accounts import Account, AccountRepository, TokenRevoked, account_of
from tests.conftest import REGION

if TYPE_CHECKING:
    from mypy_boto3_cognito_idp import CognitoIdentityProviderClient


@pytest.fixture
def cognito() -> Iterator["CognitoIdentityProviderClient"]:
    with mock_aws():
        yield boto3.client("cognito-idp", region_name=REGION)


@pytest.mark.parametrize("code", ["NotAuthorizedException", "UserNotFoundException"])
def test_a_token_that_cognito_no_longer_honours_is_revoked(code: str) -> None:
    client = boto3.client("cognito-idp", region_name=REGION)
    with Stubber(client) as stub:
        stub.add_client_error("get_user", code)
        with pytest.raises(TokenRevoked):
            AccountRepository(client).of_token("token")


def test_the_account_of_a_token_is_read_with_the_token_alone() -> None:
    client = boto3.client("cognito-idp", region_name=REGION)
    attributes = [{"Name": "email", "Value": "Ada@Example.com"}, {"Name": "name", "Value": " Ada Lovelace "}]
    with Stubber(client) as stub:
        stub.add_response("get_user", {"Username": "ada", "UserAttributes": attributes}, {"AccessToken": ANY})
        assert AccountRepository(client).of_token("token") == Account("ada@example.com", "Ada Lovelace")


def test_an_account_without_a_name_has_an_empty_one() -> None:
    assert account_of({"email": "ada@example.com"}) == Account("ada@example.com", "")


def test_somebody_added_to_a_group_twice_is_in_it_once(cognito: "CognitoIdentityProviderClient") -> None:
    pool_id = cognito.create_user_pool(PoolName="baton")["UserPool"]["Id"]
    cognito.create_group(UserPoolId=pool_id, GroupName="ADMIN")
    cognito.admin_create_user(UserPoolId=pool_id, Username="ada")
    for _ in range(2):
        AccountRepository(cognito).add_to_group(pool_id, "ada", Role.ADMIN)
    groups = cognito.admin_list_groups_for_user(UserPoolId=pool_id, Username="ada")["Groups"]
    assert [group["GroupName"] for group in groups] == ["ADMIN"]
