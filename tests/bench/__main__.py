"""python -m tests.bench: how fast the API is, next to the calls it makes, as tables in Markdown."""

import argparse
import logging
import sys
from collections.abc import Iterable
from contextlib import redirect_stdout
from io import StringIO
from uuid import uuid4

from infra.local.table import create_table
from tests.bench.event_road import rates
from tests.bench.operations import Bench, Figure
from tests.conftest import Table
from tests.dynamodb_local import DynamoDBLocal

HEADER = (
    "| operation | calls | median ms | p95 ms | calls alone ms | ratio | read units | write units | bytes |\n"
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|"
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--tasks", type=int, nargs="*", default=[100, 1000], help="table sizes (100 1000)")
    parser.add_argument("--iterations", type=int, default=200, help="timed requests per operation (200)")
    parser.add_argument("--events", type=int, default=2000, help="sent over the event road (2000)")
    arguments = parser.parse_args()
    with DynamoDBLocal.started() as server:
        for size in arguments.tasks:
            _report(size, _table(server), arguments.iterations)
        print("\nThe event road ...", file=sys.stderr, flush=True)
        _report_rates(_table(server), arguments.events)


def _table(server: DynamoDBLocal) -> Table:
    name = f"bench-{uuid4().hex}"
    create_table(server.client(), name)
    return Table(server.client(), name)


def _report(size: int, table: Table, iterations: int) -> None:
    print(f"\n## {size:,} tasks\n\n{HEADER}")
    for row in _rows(Bench(table, size, _show).figures(iterations)):
        print(row, flush=True)


def _report_rates(table: Table, events: int) -> None:
    logging.disable()  # which leaves out what a log line costs, some 30 microseconds
    with redirect_stdout(StringIO()):  # the workers' metrics
        found = [*rates(table, events)]
    print(f"\n## Event road, {events:,} events, one process\n\n| what | a second |\n|---|---|")
    for rate in found:
        print(f"| {rate.what} | {rate.a_second:,.0f} |")


def _rows(figures: Iterable[Figure]) -> Iterable[str]:
    for figure in figures:
        ratio, cost = f"{figure.ratio:.2f}" if figure.ratio else "-", figure.cost
        yield (
            f"| {figure.operation} | {cost.calls} | {figure.median:.2f} | {figure.p95:.2f} | {figure.floor:.2f}"
            f" | {ratio} | {cost.read_units:g} | {cost.write_units:g} | {cost.bytes_received:,} |"
        )


def _show(progress: str) -> None:
    print(f"\r{progress:<60}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
