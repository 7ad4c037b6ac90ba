"""How far a benchmark is, on one line of the terminal."""

import sys


def tell(progress: str) -> None:
    print(f"\r{progress:<78}", end="", file=sys.stderr, flush=True)


def end_line() -> None:
    print(file=sys.stderr)
