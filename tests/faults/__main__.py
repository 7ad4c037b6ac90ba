"""python -m tests.faults: thousands of events over a road on which one passage in ten fails, and what arrives."""

import argparse
import logging
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from infra.local.table import create_table
from tests.conftest import Table
from tests.dynamodb_local import DynamoDBLocal
from tests.faults.report import Report
from tests.faults.run import run


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--events", type=int, default=5000, help="how many, at least (5000)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed draws the same faults (1)")
    arguments = parser.parse_args()
    logging.disable()
    # The workers' metrics, which would drown the table.
    with redirect_stdout(StringIO()), DynamoDBLocal.started() as server, TemporaryDirectory() as folder:
        table = Table(server.client(), f"faults-{uuid4().hex}")
        create_table(table.client, table.name)
        report = run(table, Path(folder), events=arguments.events, seed=arguments.seed, tell=_show)
    _conclude(report)


def _show(progress: str) -> None:
    print(f"\r{progress:<70}", end="", file=sys.stderr, flush=True)


def _conclude(report: Report) -> None:
    print(file=sys.stderr)
    print(*report.lines(), sep="\n")
    if not report.is_clean:
        sys.exit("Something was lost, repeated, parked wrongly or out of order.")


if __name__ == "__main__":
    main()
