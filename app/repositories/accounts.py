"""Sign-in accounts, in Cognito: whose token this is, which group a person is in, and whether they may sign in."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from app.domain.errors import Conflict, Unfinished
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
    """Usernames are user ids: Cognito takes a local person's `sub` for one.

    Doing a thing twice is doing it once. What gives something raises Conflict where the account is gone, what
    takes something away is content with that; both raise Unfinished where Cognito does not do as asked.
    """

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
        with self._asking():
            self._client.admin_add_user_to_group(UserPoolId=user_pool_id, Username=username, GroupName=str(role))

    def remove_from_group(self, user_pool_id: str, username: str, role: Role) -> None:
        with self._taking():
            self._client.admin_remove_user_from_group(UserPoolId=user_pool_id, Username=username, GroupName=str(role))

    def enable(self, user_pool_id: str, username: str) -> None:
        with self._asking():
            self._client.admin_enable_user(UserPoolId=user_pool_id, Username=username)

    def disable(self, user_pool_id: str, username: str) -> None:
        with self._taking():
            self._client.admin_disable_user(UserPoolId=user_pool_id, Username=username)

    def sign_out(self, user_pool_id: str, username: str) -> None:
        """Ends every session: their next token says what is true now."""
        with self._taking():
            self._client.admin_user_global_sign_out(UserPoolId=user_pool_id, Username=username)

    @contextmanager
    def _taking(self) -> Iterator[None]:
        with self._asking(), suppress(self._client.exceptions.UserNotFoundException):
            yield

    @contextmanager
    def _asking(self) -> Iterator[None]:
        try:
            yield
        except self._client.exceptions.UserNotFoundException as error:
            raise Conflict("This person's sign-in account is gone. They have to sign up again.") from error
        except (BotoCoreError, ClientError) as error:
            raise Unfinished(
                "The sign-in service did not do its part. Send the same request again: it does what is left."
            ) from error


def account_of(attributes: dict[str, str]) -> Account:
    return Account(email=attributes["email"].lower(), name=attributes.get("name", "").strip())
