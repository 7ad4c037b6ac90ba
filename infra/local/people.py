"""The demo people: one of each role, so that the first minute needs no sign-up."""

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_boto3_cognito_idp import CognitoIdentityProviderClient


DEMO_PASSWORD = "Baton-demo-1"  # noqa: S105  printed at every start; it opens nothing but this machine's emulator


@dataclass(frozen=True)
class DemoPerson:
    nickname: str
    email: str
    name: str
    group: str


DEMO_ADMIN = DemoPerson("admin", "admin@example.com", "Ada Admin", "ADMIN")
DEMO_MEMBER = DemoPerson("member", "member@example.com", "Max Member", "MEMBER")
DEMO_PEOPLE = (DEMO_ADMIN, DEMO_MEMBER)


def create_person(cognito: "CognitoIdentityProviderClient", pool_id: str, person: DemoPerson) -> None:
    """Also finishes what an interrupted first start has begun."""
    attributes = {"email": person.email, "email_verified": "true", "name": person.name}
    with suppress(cognito.exceptions.UsernameExistsException):
        cognito.admin_create_user(
            UserPoolId=pool_id,
            Username=person.email,
            MessageAction="SUPPRESS",
            UserAttributes=[{"Name": name, "Value": value} for name, value in attributes.items()],
        )
    cognito.admin_set_user_password(UserPoolId=pool_id, Username=person.email, Password=DEMO_PASSWORD, Permanent=True)
    cognito.admin_add_user_to_group(UserPoolId=pool_id, Username=person.email, GroupName=person.group)
