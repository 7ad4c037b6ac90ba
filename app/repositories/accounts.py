"""Sign-in accounts, in Cognito: whose token this is, and which group a person is in."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.people import Role

if TYPE_CHECKING:
    from mypy_boto3_cognito_idp import CognitoIdentityProviderClient


class TokenRevoked(Exception):
    """Cognito no longer honours the access token, although its signature and dates are fine."""


@dataclass(frozen=True)
class Account:
    """What Cognito holds of a person. `name` is empty where none was given."""

    email: str
    name: str


class AccountRepository:
    def __init__(self, client: "CognitoIdentityProviderClient") -> None:
        self._client = client

    def of_token(self, access_token: str) -> Account:
        """The account of a verified access token, which is all the authority needed. Raises TokenRevoked."""
        try:
            answer = self._client.get_user(AccessToken=access_token)
        except (self._client.exceptions.NotAuthorizedException, self._client.exceptions.UserNotFoundException) as error:
            raise TokenRevoked from error
        return account_of({row["Name"]: row.get("Value", "") for row in answer["UserAttributes"]})

    def add_to_group(self, user_pool_id: str, username: str, role: Role) -> None:
        """Adding twice is adding once."""
        self._client.admin_add_user_to_group(UserPoolId=user_pool_id, Username=username, GroupName=str(role))

    def remove_from_group(self, user_pool_id: str, username: str, role: Role) -> None:
        self._client.admin_remove_user_from_group(UserPoolId=user_pool_id, Username=username, GroupName=str(role))

    def enable(self, user_pool_id: str, username: str) -> None:
        self._client.admin_enable_user(UserPoolId=user_pool_id, Username=username)

    def disable(self, user_pool_id: str, username: str) -> None:
        self._client.admin_disable_user(UserPoolId=user_pool_id, Username=username)

    def sign_out(self, user_pool_id: str, username: str) -> None:
        """Ends every session: their next token says what is true now."""
        self._client.admin_user_global_sign_out(UserPoolId=user_pool_id, Username=username)


def account_of(attributes: dict[str, str]) -> Account:
    return Account(email=attributes["email"].lower(), name=attributes.get("name", "").strip())
