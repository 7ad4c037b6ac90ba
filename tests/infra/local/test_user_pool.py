"""The user pool and its demo people: made once, made good where something is missing."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import boto3
import pytest
from moto import mock_aws

from infra.local.people import DEMO_ADMIN, create_person
from infra.local.user_pool import UserPool, create_user_pool, find_user_pool

if TYPE_CHECKING:
    from mypy_boto3_cognito_idp import CognitoIdentityProviderClient


@pytest.fixture
def cognito() -> "Iterator[CognitoIdentityProviderClient]":
    with mock_aws():
        yield boto3.client("cognito-idp", region_name="eu-central-1")


def create(cognito: "CognitoIdentityProviderClient") -> UserPool:
    return create_user_pool(
        cognito,
        sender="Baton <baton@example.com>",
        sender_arn="arn:aws:ses:eu-central-1:123456789012:identity/baton@example.com",
        sign_up_arn="arn:aws:lambda:eu-central-1:123456789012:function:sign-up",
    )


def test_there_is_no_pool_before_one_is_made(cognito: "CognitoIdentityProviderClient") -> None:
    assert find_user_pool(cognito) is None


def test_a_second_start_finds_the_first_ones_pool(cognito: "CognitoIdentityProviderClient") -> None:
    assert create(cognito) == create(cognito) == find_user_pool(cognito)
    assert len(cognito.list_user_pools(MaxResults=10)["UserPools"]) == 1


def test_an_interrupted_start_is_finished_by_the_next(cognito: "CognitoIdentityProviderClient") -> None:
    pool = create(cognito)
    cognito.delete_group(UserPoolId=pool.id, GroupName="MEMBER")
    cognito.delete_user_pool_client(UserPoolId=pool.id, ClientId=pool.client_id)

    again = create(cognito)

    groups = {group["GroupName"] for group in cognito.list_groups(UserPoolId=pool.id)["Groups"]}
    assert groups == {"ADMIN", "MEMBER"}
    assert again.client_id != pool.client_id


def test_the_client_knows_no_flow_that_sends_a_password(cognito: "CognitoIdentityProviderClient") -> None:
    pool = create(cognito)

    client = cognito.describe_user_pool_client(UserPoolId=pool.id, ClientId=pool.client_id)["UserPoolClient"]

    assert set(client["ExplicitAuthFlows"]) == {"ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"}
    assert "ClientSecret" not in client


def test_a_person_is_made_once_with_group_and_password(cognito: "CognitoIdentityProviderClient") -> None:
    pool = create(cognito)

    for _ in range(2):
        create_person(cognito, pool.id, DEMO_ADMIN)

    users = cognito.list_users(UserPoolId=pool.id)["Users"]
    admins = cognito.list_users_in_group(UserPoolId=pool.id, GroupName="ADMIN")["Users"]
    assert [user["UserStatus"] for user in users] == ["CONFIRMED"]
    assert [user["Username"] for user in admins] == [user["Username"] for user in users]
