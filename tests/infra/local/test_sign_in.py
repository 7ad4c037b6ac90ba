"""Tokens from the command line: what stands in the way is one clear line."""

import boto3
import pytest
from botocore.config import Config

from infra.local.errors import LocalStackError
from infra.local.sign_in import access_token
from tests.free_port import free_port


def test_without_a_running_stack_the_line_says_how_to_start_it() -> None:
    cognito = boto3.client(
        "cognito-idp",
        region_name="eu-central-1",
        endpoint_url=f"http://127.0.0.1:{free_port()}",
        aws_access_key_id="local",
        aws_secret_access_key="local",
        config=Config(retries={"total_max_attempts": 1}),
    )

    with pytest.raises(LocalStackError, match="start it by `make run`"):
        access_token(cognito, who="admin", password="any")
