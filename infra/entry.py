"""The first file that Lambda reads of a function that needs the signing key: fetches the key, then hands over.

The environment only names the key's parameter. A value there would stand in Terraform's state and plan, and in
the function's configuration, which many may read. It costs one call at a cold start; no request waits for another.
"""

import importlib
import os
from typing import TYPE_CHECKING, Any

import boto3
from botocore.config import Config

if TYPE_CHECKING:
    from collections.abc import MutableMapping

KEY = "SIGNING_KEY"
PARAMETER = "SIGNING_KEY_PARAMETER"
FUNCTION_MODULE = "FUNCTION_MODULE"
# A cold start ends after ten seconds whatever happens.
CONFIG = Config(connect_timeout=1, read_timeout=2, retries={"total_max_attempts": 2, "mode": "standard"})


def __getattr__(name: str) -> Any:
    """`entry.handler` is the function's own; Lambda asks for it once, when it starts."""
    if name != "handler":
        raise AttributeError(name)
    fetch_signing_key(os.environ, boto3.client("ssm", config=CONFIG))
    return importlib.import_module(os.environ[FUNCTION_MODULE]).handler


def fetch_signing_key(environment: "MutableMapping[str, str]", ssm: Any) -> None:
    answer = ssm.get_parameter(Name=environment[PARAMETER], WithDecryption=True)
    environment[KEY] = answer["Parameter"]["Value"]
