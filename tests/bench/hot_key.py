"""Which key of an index throttles first, and at how many changes of tasks a second.

A simulation on paper: changes are drawn as teams make them, each counts against the keys that its index entries have,
and the busiest key sets the limit. What DynamoDB does by itself to split a hot key is left out on both sides.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

WRITE_UNITS_A_KEY = 1000  # a second
READ_UNITS_A_KEY = 3000
DRAWN = 100_000
COLUMN_READ_UNITS = 4  # 50 cards, as measured
FLOW = ("OPEN", "IN_PROGRESS", "UNDER_REVIEW", "COMPLETED", "CLOSED")


@dataclass(frozen=True)
class Change:
    """One task's step: made in the first status, moved to the next, or edited where it is."""

    project: int
    task: int
    before: str | None
    after: str


type Entries = Callable[[Change], Iterator[str]]
"""The keys that a change writes to, one write unit each: an entry that gets another key is taken out and put in."""


@dataclass(frozen=True)
class Scenario:
    name: str
    projects: int


SCENARIOS = (Scenario("one project", 1), Scenario("50 projects", 50), Scenario("10,000 teams of 5 projects", 50_000))


def status_alone(change: Change) -> Iterator[str]:
    yield change.after
    if change.before not in (None, change.after):
        yield str(change.before)


def baton(change: Change) -> Iterator[str]:
    """Of every index; the entries of people and days spread further than those of projects."""
    for status in status_alone(change):
        yield f"{change.project} {status}"
    yield f"{change.project} tasks"
    yield f"{change.project} events"


DESIGNS: dict[str, Entries] = {"keyed by status alone": status_alone, "Baton": baton}


def changes(scenario: Scenario, *, seed: int = 1) -> Iterator[Change]:
    """The n-th busiest project has an n-th of the busiest one's changes. Each second change is an edit in place."""
    chance = random.Random(seed)
    weights = list(accumulate(1 / rank for rank in range(1, scenario.projects + 1)))
    for number, project in enumerate(chance.choices(range(scenario.projects), cum_weights=weights, k=DRAWN)):
        step = chance.randrange(len(FLOW))
        if chance.random() < 0.5:
            yield Change(project, number, FLOW[step], FLOW[step])
        else:
            yield Change(project, number, FLOW[step - 1] if step else None, FLOW[step])


def units_per_change(drawn: Sequence[Change], entries: Entries) -> Counter[str]:
    """Write units that each key takes, summed over all that was drawn."""
    return Counter(key for change in drawn for key in entries(change))


def limit(units: Counter[str], drawn: int) -> float:
    """Changes a second at which the busiest key has all that it may have."""
    return WRITE_UNITS_A_KEY * drawn / max(units.values())


def refused_share(units: Counter[str], drawn: int, rate: float) -> float:
    """Of the index entries written at `rate` changes a second, how many throttle once nothing is left to borrow."""
    loads = [count / drawn * rate for count in units.values()]
    return sum(max(0.0, load - WRITE_UNITS_A_KEY) for load in loads) / sum(loads)


def boards_a_second(drawn: Sequence[Change], entries: Entries) -> float:
    """Boards opened before the busiest key has no reads left. Each reads every column, from that column's key.

    Keyed by status alone it is granted that a project's cards were found at no cost among all others'.
    """
    columns = Counter(next(entries(Change(change.project, change.task, None, FLOW[0]))) for change in drawn)
    return READ_UNITS_A_KEY / COLUMN_READ_UNITS * len(drawn) / max(columns.values())
