"""The Cognito trigger as a function of the emulator: it runs workers/sign_up.py from this very checkout."""

import io
import json
import sysconfig
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING

from infra.local.addresses import CHECKOUT

if TYPE_CHECKING:
    from mypy_boto3_iam import IAMClient
    from mypy_boto3_lambda import LambdaClient


FUNCTION_NAME = "baton-sign-up"
ROLE_NAME = "baton-sign-up"
TIMEOUT_SECONDS = 15


def deploy_sign_up(lambdas: "LambdaClient", iam: "IAMClient", environment: Mapping[str, str]) -> str:
    """Makes the function, or points the one there at this checkout; gives its ARN."""
    variables = {**environment, "PYTHONPATH": f"{CHECKOUT}:{sysconfig.get_path('purelib')}"}
    try:
        return _update(lambdas, variables)
    except lambdas.exceptions.ResourceNotFoundException:
        return _create(lambdas, _role(iam), variables)


def _update(lambdas: "LambdaClient", variables: dict[str, str]) -> str:
    function = lambdas.update_function_configuration(FunctionName=FUNCTION_NAME, Environment={"Variables": variables})
    return function["FunctionArn"]


def _create(lambdas: "LambdaClient", role: str, variables: dict[str, str]) -> str:
    function = lambdas.create_function(
        FunctionName=FUNCTION_NAME,
        Runtime="python3.13",
        Handler="workers.sign_up.handler",
        Role=role,
        Timeout=TIMEOUT_SECONDS,
        Environment={"Variables": variables},
        Code={"ZipFile": _placeholder()},
    )
    return function["FunctionArn"]


def _placeholder() -> bytes:
    """The code is found by PYTHONPATH; a zip there must be."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("README", "The code is the checkout's, found by PYTHONPATH.")
    return archive.getvalue()


def _role(iam: "IAMClient") -> str:
    statement = {
        "Effect": "Allow",
        "Principal": {"Service": "lambda.amazonaws.com"},
        "Action": "sts:AssumeRole",
    }
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    try:
        return iam.create_role(RoleName=ROLE_NAME, AssumeRolePolicyDocument=policy)["Role"]["Arn"]
    except iam.exceptions.EntityAlreadyExistsException:
        return iam.get_role(RoleName=ROLE_NAME)["Role"]["Arn"]
