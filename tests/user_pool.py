"""Cognito's user pool on moto, made as the local stack makes it: people are known by their address and their id."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from botocore.exceptions import EndpointConnectionError

from infra.local.user_pool import create_user_pool

if TYPE_CHECKING:
    from mypy_boto3_cognito_idp import CognitoIdentityProviderClient

PASSWORD = "Baton-test-12"


@dataclass(frozen=True)
class UserPool:
    cognito: "CognitoIdentityProviderClient"
    id: str
    client_id: str

    @classmethod
    def created(cls, cognito: "CognitoIdentityProviderClient") -> "UserPool":
        arn = "arn:aws:service:eu-central-1:123456789012:name"
        pool_id = create_user_pool(cognito, sender="baton@example.com", sender_arn=arn, sign_up_arn=arn).id
        flows = ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
        client = cognito.create_user_pool_client(UserPoolId=pool_id, ClientName="tests", ExplicitAuthFlows=flows)  # type: ignore[arg-type]
        return cls(cognito, pool_id, client["UserPoolClient"]["ClientId"])

    def person(self, email: str) -> str:
        """Somebody with an account; their id."""
        attributes: list[Any] = [{"Name": "email", "Value": email}]
        made = self.cognito.admin_create_user(
            UserPoolId=self.id, Username=email, MessageAction="SUPPRESS", UserAttributes=attributes
        )
        self.cognito.admin_set_user_password(UserPoolId=self.id, Username=email, Password=PASSWORD, Permanent=True)
        return next(row["Value"] for row in made["User"]["Attributes"] if row["Name"] == "sub")

    def remove(self, user_id: str) -> None:
        self.cognito.admin_delete_user(UserPoolId=self.id, Username=user_id)

    def groups_of(self, user_id: str) -> list[str]:
        groups = self.cognito.admin_list_groups_for_user(UserPoolId=self.id, Username=user_id)["Groups"]
        return [group["GroupName"] for group in groups]

    def may_sign_in(self, user_id: str) -> bool:
        return self.cognito.admin_get_user(UserPoolId=self.id, Username=user_id)["Enabled"]

    def access_token(self, user_id: str) -> str:
        answer = self.cognito.admin_initiate_auth(
            UserPoolId=self.id,
            ClientId=self.client_id,
            AuthFlow="ADMIN_USER_PASSWORD_AUTH",
            AuthParameters={"USERNAME": user_id, "PASSWORD": PASSWORD},
        )
        return answer["AuthenticationResult"]["AccessToken"]

    @contextmanager
    def out_for(self, operation: str) -> Iterator[None]:
        """Meanwhile nobody answers that operation, such as AdminDisableUser."""
        event = f"before-call.cognito-idp.{operation}"

        def fail(**_: Any) -> None:
            raise EndpointConnectionError(endpoint_url="https://cognito-idp.example.com")

        self.cognito.meta.events.register(event, fail)
        try:
            yield
        finally:
            self.cognito.meta.events.unregister(event, fail)
