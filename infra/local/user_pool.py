"""The Cognito user pool: people, the two groups, and the one client that the page signs in with."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_boto3_cognito_idp import CognitoIdentityProviderClient


POOL_NAME = "baton"
CLIENT_NAME = "page"
GROUPS = ("ADMIN", "MEMBER")


@dataclass(frozen=True)
class UserPool:
    id: str
    client_id: str


def find_user_pool(cognito: "CognitoIdentityProviderClient") -> UserPool | None:
    for pool in cognito.list_user_pools(MaxResults=60)["UserPools"]:
        if pool["Name"] == POOL_NAME:
            clients = cognito.list_user_pool_clients(UserPoolId=pool["Id"], MaxResults=60)["UserPoolClients"]
            ids = [client["ClientId"] for client in clients if client["ClientName"] == CLIENT_NAME]
            return UserPool(pool["Id"], ids[0] if ids else _create_client(cognito, pool["Id"]))
    return None


def create_user_pool(
    cognito: "CognitoIdentityProviderClient", *, sender: str, sender_arn: str, sign_up_arn: str
) -> UserPool:
    """Makes the pool unless it is there; groups and client are made good in either case."""
    pool = find_user_pool(cognito)
    if pool is None:
        pool_id = _create_pool(cognito, sender=sender, sender_arn=sender_arn, sign_up_arn=sign_up_arn)
        pool = UserPool(pool_id, _create_client(cognito, pool_id))
    _create_groups(cognito, pool.id)
    return pool


def _create_pool(cognito: "CognitoIdentityProviderClient", *, sender: str, sender_arn: str, sign_up_arn: str) -> str:
    created = cognito.create_user_pool(
        PoolName=POOL_NAME,
        UsernameAttributes=["email"],
        AutoVerifiedAttributes=["email"],
        UsernameConfiguration={"CaseSensitive": False},
        Policies={
            "PasswordPolicy": {
                "MinimumLength": 12,
                "RequireUppercase": True,
                "RequireLowercase": True,
                "RequireNumbers": True,
                "RequireSymbols": True,
            }
        },
        EmailConfiguration={"EmailSendingAccount": "DEVELOPER", "From": sender, "SourceArn": sender_arn},
        LambdaConfig={"PreSignUp": sign_up_arn, "PostConfirmation": sign_up_arn},
    )
    return created["UserPool"]["Id"]


def _create_client(cognito: "CognitoIdentityProviderClient", pool_id: str) -> str:
    """SRP and refresh only: no flow that shows the password to anybody. Terraform's own allows the page no more."""
    created = cognito.create_user_pool_client(
        UserPoolId=pool_id,
        ClientName=CLIENT_NAME,
        GenerateSecret=False,
        ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        PreventUserExistenceErrors="ENABLED",
        ReadAttributes=["email", "email_verified", "name"],
        WriteAttributes=["name"],
    )
    return created["UserPoolClient"]["ClientId"]


def _create_groups(cognito: "CognitoIdentityProviderClient", pool_id: str) -> None:
    groups = cognito.list_groups(UserPoolId=pool_id)["Groups"]
    present = {group["GroupName"] for group in groups}
    for name in GROUPS:
        if name not in present:
            cognito.create_group(UserPoolId=pool_id, GroupName=name)
