"""The two processes that run Baton's own code; either may be killed and started again without a loss."""

import sys
from collections.abc import Mapping

from infra.local.addresses import HOST, Port
from infra.local.program import Program, answers_http

# A browser keeps its connections open; a stop does not wait for them longer than this.
GRACE_SECONDS = 3


def web(port: Port, environment: Mapping[str, str]) -> Program:
    return Program(
        name="web",
        command=(
            sys.executable,
            "-m",
            "uvicorn",
            "infra.local.web:site",
            f"--host={HOST}",
            f"--port={port.number}",
            f"--timeout-graceful-shutdown={GRACE_SECONDS}",
        ),
        environment=environment,
        is_healthy=lambda: answers_http(port.number, "/api/v1/health"),
    )


def event_sources(environment: Mapping[str, str]) -> Program:
    """Drained at the end: the emulator forgets what its stream holds when it stops."""
    command = (sys.executable, "-m", "infra.local.events")
    return Program(
        name="events",
        command=command,
        environment=environment,
        is_healthy=lambda: True,  # it has no address; should it end, the supervisor sees it
        afterwards=(*command, "--drain"),
    )
