"""Measures Baton beside the floor of each figure, and writes what it finds into RESULTS.md, a section a benchmark."""

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tests.bench import cold_start, event_road, hot_key_report, latency, load, operations, results
from tests.bench.progress import end_line, tell


@dataclass(frozen=True)
class Benchmark:
    title: str
    report: Callable[[], str]


BENCHMARKS = {
    "operations": Benchmark("Operations", operations.report),
    "cold-start": Benchmark("Cold start", cold_start.report),
    "event-road": Benchmark("Event road", event_road.report),
    "latency": Benchmark("From the stream to the mail", latency.report),
    "load": Benchmark("Load", load.report),
    "hot-key": Benchmark("The hot key", hot_key_report.report),
}


def main(arguments: Sequence[str] | None = None) -> None:
    names = _parser().parse_args(arguments).names or [*BENCHMARKS]
    for name in names:
        _run(name, BENCHMARKS[name])


def _run(name: str, benchmark: Benchmark) -> None:
    tell(f"{name} ...")
    started = time.monotonic()
    text = f"{results.measured(datetime.now(UTC))}\n\n{benchmark.report()}"
    tell(f"{name}: {time.monotonic() - started:.0f} s")
    end_line()
    titles = [each.title for each in BENCHMARKS.values()]
    results.put_section(results.FILE, titles, benchmark.title, text)
    print(f"\n## {benchmark.title}\n\n{text}\n", flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    listed = f"one of {', '.join(BENCHMARKS)}; all of them without any"
    # Not choices=BENCHMARKS: with nargs="*" argparse would refuse naming none.
    parser.add_argument("names", metavar="NAME", nargs="*", type=_benchmark, help=listed)
    return parser


def _benchmark(name: str) -> str:
    if name not in BENCHMARKS:
        raise argparse.ArgumentTypeError(f"there is no benchmark {name}; there are {', '.join(BENCHMARKS)}")
    return name


if __name__ == "__main__":
    main()
