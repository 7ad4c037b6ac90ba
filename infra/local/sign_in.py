"""Signs in as the page does, by SRP, and gives the tokens; for curl, Swagger UI and the tests."""

import warnings
from typing import TYPE_CHECKING

from botocore.exceptions import EndpointConnectionError
from pycognito.aws_srp import AWSSRP

from infra.local.errors import LocalStackError
from infra.local.people import DEMO_PEOPLE
from infra.local.user_pool import UserPool, find_user_pool

if TYPE_CHECKING:
    from mypy_boto3_cognito_idp import CognitoIdentityProviderClient


def access_token(cognito: "CognitoIdentityProviderClient", *, who: str, password: str) -> str:
    """`who` is admin, member or an e-mail address."""
    email = next((person.email for person in DEMO_PEOPLE if person.nickname == who), who)
    try:
        return sign_in(cognito, _running_pool(cognito), email=email, password=password)
    except EndpointConnectionError:
        raise LocalStackError("Baton is not running here; start it by `make run` first.") from None
    except (cognito.exceptions.NotAuthorizedException, cognito.exceptions.UserNotFoundException):
        raise LocalStackError(f"{email} cannot sign in with this password.") from None
    except cognito.exceptions.UserNotConfirmedException:
        raise LocalStackError(f"{email} has not confirmed the sign-up yet; the code is in the mail.") from None


def sign_in(cognito: "CognitoIdentityProviderClient", pool: UserPool, *, email: str, password: str) -> str:
    exchange = AWSSRP(username=email, password=password, pool_id=pool.id, client_id=pool.client_id, client=cognito)
    with warnings.catch_warnings():
        # pycognito asks for the time in a way that Python has deprecated.
        warnings.filterwarnings("ignore", "datetime.datetime.utcnow", DeprecationWarning)
        token: str = exchange.authenticate_user()["AuthenticationResult"]["AccessToken"]
    return token


def _running_pool(cognito: "CognitoIdentityProviderClient") -> UserPool:
    pool = find_user_pool(cognito)
    if pool is None:
        raise LocalStackError("Baton is still starting; try again once it is ready.")
    return pool
