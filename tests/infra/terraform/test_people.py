"""The user pool and the page's client: as the local stack has them."""

from typing import Any

import boto3
import pytest
from moto import mock_aws

from tests.conftest import REGION
from tests.infra.terraform.state import Environment
from tests.user_pool import UserPool


@pytest.fixture
def local() -> Any:
    with mock_aws():
        cognito = boto3.client("cognito-idp", region_name=REGION)
        pool = UserPool.created(cognito)
        clients = cognito.list_user_pool_clients(UserPoolId=pool.id, MaxResults=60)["UserPoolClients"]
        page = next(client["ClientId"] for client in clients if client["ClientName"] == "page")
        return {
            "pool": cognito.describe_user_pool(UserPoolId=pool.id)["UserPool"],
            "page": cognito.describe_user_pool_client(UserPoolId=pool.id, ClientId=page)["UserPoolClient"],
            "groups": {group["GroupName"] for group in cognito.list_groups(UserPoolId=pool.id)["Groups"]},
        }


def test_people_are_known_and_their_passwords_judged_as_locally(environment: Environment, local: Any) -> None:
    pool, here = environment.one("aws_cognito_user_pool"), local["pool"]
    assert pool["username_attributes"] == here["UsernameAttributes"]
    assert pool["auto_verified_attributes"] == here["AutoVerifiedAttributes"]
    assert pool["username_configuration"][0]["case_sensitive"] == here["UsernameConfiguration"]["CaseSensitive"]
    (policy,), expected = pool["password_policy"], here["Policies"]["PasswordPolicy"]
    assert policy["minimum_length"] == expected["MinimumLength"]
    for kind in ("Lowercase", "Uppercase", "Numbers", "Symbols"):
        assert policy[f"require_{kind.lower()}"] == expected[f"Require{kind}"]


def test_the_page_may_read_and_write_of_a_person_what_it_may_locally(environment: Environment, local: Any) -> None:
    page = environment.one("aws_cognito_user_pool_client")
    assert set(page["read_attributes"]) == set(local["page"]["ReadAttributes"])
    assert page["write_attributes"] == local["page"]["WriteAttributes"] == ["name"]


def test_the_groups_are_the_local_ones(environment: Environment, local: Any) -> None:
    groups = environment.of_type("aws_cognito_user_group")
    assert {group["name"] for group in groups} == local["groups"]
