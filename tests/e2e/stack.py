"""The local stack as a person starts it, on ports and in a folder of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import boto3
import httpx

from infra.local.environment import ACCESS_KEY, REGION, SECRET_KEY
from tests.e2e.ports import free_ports
from tests.e2e.waiting import wait_until

if TYPE_CHECKING:
    from mypy_boto3_cognito_idp import CognitoIdentityProviderClient

CHECKOUT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "infra.local")
# The first start on a machine installs everything and builds the page.
READY_SECONDS = 600.0
STOP_SECONDS = 60.0


@dataclass(frozen=True)
class Place:
    """Where a stack lives; one started again in the same place finds what the last one left."""

    data: Path
    environment: dict[str, str]

    @property
    def page_url(self) -> str:
        return f"http://127.0.0.1:{self.environment['BATON_PORT']}"

    @property
    def mail_url(self) -> str:
        return f"http://127.0.0.1:{self.environment['BATON_MAIL_PORT']}"

    @property
    def aws_url(self) -> str:
        return f"http://127.0.0.1:{self.environment['BATON_AWS_PORT']}"

    @property
    def cognito(self) -> "CognitoIdentityProviderClient":
        return boto3.client("cognito-idp", **self.client_options)

    @property
    def client_options(self) -> dict[str, Any]:
        return {
            "region_name": REGION,
            "endpoint_url": self.aws_url,
            "aws_access_key_id": ACCESS_KEY,
            "aws_secret_access_key": SECRET_KEY,
        }

    def config(self) -> dict[str, str]:
        answer: dict[str, str] = httpx.get(f"{self.page_url}/config.json").raise_for_status().json()
        return answer


@dataclass(frozen=True)
class RunningStack:
    process: subprocess.Popen[bytes]
    output: Path

    def said(self) -> str:
        return self.output.read_text(encoding="utf-8")

    def is_ready(self) -> bool:
        if self.process.poll() is not None:
            raise AssertionError(f"The stack ended with {self.process.returncode}:\n{self.said()}")
        return "Baton is ready" in self.said()

    def wait_for_end(self) -> int:
        return self.process.wait(timeout=STOP_SECONDS)

    def program(self, word: str) -> int:
        """The process id of the program of the stack whose command has this word."""
        listing = subprocess.run(
            ("ps", "-A", "-o", "pid=,ppid=,command="), capture_output=True, text=True, check=True
        ).stdout
        rows = (line.split(maxsplit=2) for line in listing.splitlines())
        return next(int(pid) for pid, parent, command in rows if int(parent) == self.process.pid and word in command)


def a_place(data: Path, **environment: str) -> Place:
    variables = ("BATON_PORT", "BATON_AWS_PORT", "BATON_MAIL_PORT", "BATON_SMTP_PORT", "BATON_DYNAMODB_PORT")
    ports = dict(zip(variables, map(str, free_ports(len(variables))), strict=True))
    kept = {name: value for name, value in os.environ.items() if name != "STORE"}
    return Place(data, {**kept, **ports, "BATON_DATA": str(data), **environment})


@contextmanager
def running(place: Place) -> Iterator[RunningStack]:
    """A stack that is ready; stopped by SIGTERM afterwards if the test has not ended it already."""
    output = place.data.with_suffix(f".{time.monotonic_ns()}.log")
    with output.open("wb") as file:
        process = subprocess.Popen(
            COMMAND, cwd=CHECKOUT, env=place.environment, stdout=file, stderr=subprocess.STDOUT, start_new_session=True
        )
    stack = RunningStack(process, output)
    try:
        wait_until(stack.is_ready, "the stack is ready", seconds=READY_SECONDS)
        yield stack
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        stack.wait_for_end()
