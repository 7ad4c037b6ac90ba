"""One run of a replay: the functions that records go by once more, and what is said and counted of it."""

import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field

from workers.lambda_events import Answer, Record

type Handle = Callable[[Sequence[Record]], Answer]
"""Its answer names the one record it stopped at, if any."""

REPLAYED, LEFT = "replayed", "left"
LATER = "something it needs is away; try again later"


@dataclass(frozen=True)
class ReplayRun:
    handles: Mapping[str, Handle]
    """By worker."""
    publish: bool
    say: Callable[[str], None]
    counts: Counter[str] = field(default_factory=Counter)

    def hand_over(self, worker: str, records: Sequence[Record]) -> int:
        """How many of them are done, from the first on."""
        with redirect_stdout(sys.stderr):  # a worker's metrics don't belong among our lines
            failures = self.handles[worker](records)["batchItemFailures"]
        failed = {failure["itemIdentifier"] for failure in failures}
        numbers = [record["dynamodb"]["SequenceNumber"] for record in records]
        return next((place for place, number in enumerate(numbers) if number in failed), len(numbers))

    def close(self, outcome: str, line: str) -> None:
        """REPLAYED is also what would be, in a dry run."""
        self.counts[outcome] += 1
        self.say(f"  -> {line}")
