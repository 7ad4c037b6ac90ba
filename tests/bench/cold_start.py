"""How long a new process takes until its handler could be called: imports and clients, beside the libraries alone.

The signing key, which entry.py fetches, and Lambda's own start are not in it.
"""

import statistics
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from infra.package import runtime_python
from tests.bench.import_times import heaviest, import_times
from tests.bench.lambda_folder import LambdaFolder, unzipped_functions
from tests.bench.markdown import table
from tests.bench.progress import tell

ROUNDS = 15
HEAVIEST = 10
WORKERS = (
    *("publish_events", "send_emails", "send_digests", "send_webhooks", "fill_inbox"),
    *("mark_addresses", "remind", "purge_deleted", "sign_up"),
)
CLIENT = "import boto3; boto3.client('dynamodb', region_name='eu-central-1')"
WEB = f"import fastapi, mangum, pydantic; {CLIENT}"
WEB_AND_TOKENS = f"import fastapi, mangum, pydantic, jose.jwt, cachetools, ulid; {CLIENT}"
# As many routes as Baton has, which do nothing: what FastAPI takes to declare an API of this size.
ROUTES = 44
AND_ROUTES = f"""
class Thing(pydantic.BaseModel):
    id: str
    title: str

application = fastapi.FastAPI()
for number in range({ROUTES}):
    @application.put(f"/things{{number}}/{{{{id}}}}")
    def change(id: str, thing: Thing, limit: int = 10) -> Thing: ...
"""
LOGS = f"from aws_lambda_powertools import Logger, Metrics; {CLIENT}"
# A worker's wiring, clients included, is what it keeps from its first call to the next.
WORKER = (
    "import importlib; module = importlib.import_module('workers.{name}'); "
    "[make() for make in vars(module).values() if hasattr(make, 'cache_info') and make.__module__ == module.__name__]"
)
PROBE = (
    "import sys, time; sys.path[:0] = {paths}; began = time.perf_counter(); cpu = time.process_time(); "
    "exec({code!r}); "
    "print((time.perf_counter() - began) * 1000, (time.process_time() - cpu) * 1000, len(sys.modules))"
)
# Nothing of it is called: making a client asks nobody.
ENVIRONMENT = {
    "AWS_REGION": "eu-central-1",
    "AWS_ACCESS_KEY_ID": "x",
    "AWS_SECRET_ACCESS_KEY": "x",
    "TABLE_NAME": "baton",
    "USER_POOL_ID": "eu-central-1_x",
    "USER_POOL_CLIENT_ID": "x",
    "PAGE_ORIGIN": "https://x.example",
    "API_URL": "https://x.example",
    "MAIL_SENDER": "x@x.example",
    "SIGNING_KEY": "x" * 32,
    "TOPIC_ARN": "x",
    "SIGN_UP_DOMAINS": "x.example",
    **dict.fromkeys(("WEBHOOK_QUEUE_URL", "PARKING_QUEUE_URL", "DIGEST_QUEUE_URL"), "https://x.example"),
}


@dataclass(frozen=True)
class Start:
    name: str
    code: str
    folder: LambdaFolder


@dataclass(frozen=True)
class Measured:
    milliseconds: float
    processor: float  # milliseconds: other programs disturb these less
    modules: int

    @classmethod
    def of(cls, printed: Sequence[str]) -> "Measured":
        took, worked, modules = zip(*(line.split() for line in printed), strict=True)
        return cls(statistics.median(map(float, took)), statistics.median(map(float, worked)), int(modules[0]))


def report() -> str:
    with tempfile.TemporaryDirectory() as name:
        functions = unzipped_functions(Path(name))
        api, workers = functions["api"], functions["workers"]
        whole = Start("**API**", "import app.main", api)
        starts = [
            Start("fastapi + mangum + pydantic + client", WEB, api),
            Start("**these + jose + cachetools + ulid**", WEB_AND_TOKENS, api),
            Start(f"**these + {ROUTES} routes that do nothing**", WEB_AND_TOKENS + AND_ROUTES, api),
            whole,
            Start("powertools + client", LOGS, workers),
            *(Start(f"**{name}**", WORKER.format(name=name), workers) for name in WORKERS),
        ]
        measured = _interleaved(starts)
        imports = heaviest(import_times(_run(whole, "-X", "importtime").stderr), HEAVIEST)
    rows = [(row.module, f"{row.own:.1f}", f"{row.altogether:.1f}") for row in imports]
    return "\n\n".join(
        [
            f"New processes from the unzipped zips with their bytecode, one of each in turn, {ROUNDS} times; medians.\n"
            "The ratio is to the processor time of the zip's libraries alone: the nearest line above that is not bold.",
            _table(starts, measured),
            "### The API's heaviest imports",
            table(("module", "by itself, ms", "with what it imports, ms"), rows),
        ]
    )


def _interleaved(starts: Sequence[Start]) -> dict[str, Measured]:
    """All of them once, then all again: what slows the machine down for a while slows them all."""
    for start in starts:
        _run(start)  # from now on the files are in the machine's memory
    printed: dict[str, list[str]] = {start.name: [] for start in starts}
    for number in range(ROUNDS):
        tell(f"round {number + 1} of {ROUNDS}")
        for start in starts:
            printed[start.name].append(_run(start).stdout)
    return {name: Measured.of(lines) for name, lines in printed.items()}


def _run(start: Start, *options: str) -> subprocess.CompletedProcess[str]:
    # -S and -E: nothing is importable but the standard library and what Lambda would have.
    code = PROBE.format(paths=start.folder.paths, code=start.code)
    command = (runtime_python(), "-S", "-E", "-B", *options, "-c", code)
    return subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True)


def _table(starts: Sequence[Start], measured: Mapping[str, Measured]) -> str:
    floors: dict[str, float] = {}
    rows = []
    for start in starts:
        found = measured[start.name]
        floor = floors.setdefault(str(start.folder.task), found.processor)  # the first of each zip is its libraries
        figures = (f"{found.milliseconds:.0f}", f"{found.processor:.0f}", f"{found.processor / floor:.2f}")
        rows.append((start.name, *figures, str(found.modules)))
    return table(("what", "ms", "processor, ms", "ratio", "modules"), rows)
