"""Readers and writers at uvicorn until more of them get no more done, and its memory over a long run."""

from tests.bench.markdown import table
from tests.bench.progress import tell
from tests.bench.served_api import TASKS, ServedApi, served_api
from tests.bench.traffic import Tally, send

AT_ONCE = (1, 2, 4, 8, 16, 32, 64)
REQUESTS_A_LEVEL = 2_000
WARM_UP = 500
LONG_RUN_AT_ONCE = 8
STEPS, STEP = 10, 10_000
NOTE = f"""One uvicorn process over DynamoDB Local with {TASKS:,} tasks, {REQUESTS_A_LEVEL:,} requests a level: of each
five, three read a task, one a column of 50 cards, and one changes a status. Server, database and the asking program
share the machine: where requests a second stop rising, its processors are full."""


def report() -> str:
    with served_api() as api:
        send(api, at_once=1, requests=WARM_UP)
        levels = [(at_once, _level(api, at_once)) for at_once in AT_ONCE]
        memory = [_step(api, number) for number in range(1, STEPS + 1)]
    headers = ("at once", "requests a second", "p50 ms", "p95 ms", "p99 ms", "errors")
    return "\n\n".join(
        [
            NOTE,
            table(headers, [_row(at_once, tally) for at_once, tally in levels]),
            f"### Memory over {STEPS * STEP:,} requests, {LONG_RUN_AT_ONCE} at once",
            table(("requests", "resident MB", "requests a second", "errors"), memory),
        ]
    )


def _level(api: ServedApi, at_once: int) -> Tally:
    tell(f"{at_once} at once")
    return send(api, at_once=at_once, requests=REQUESTS_A_LEVEL)


def _step(api: ServedApi, number: int) -> tuple[str, ...]:
    tell(f"{number * STEP:,} of {STEPS * STEP:,} requests")
    tally = send(api, at_once=LONG_RUN_AT_ONCE, requests=STEP)
    return (f"{number * STEP:,}", f"{api.resident_megabytes:.1f}", f"{tally.a_second:.0f}", tally.errors_in_words)


def _row(at_once: int, tally: Tally) -> tuple[str, ...]:
    percentiles = (f"{tally.percentile(share):.1f}" for share in (0.5, 0.95, 0.99))
    return (str(at_once), f"{tally.a_second:.0f}", *percentiles, tally.errors_in_words)
