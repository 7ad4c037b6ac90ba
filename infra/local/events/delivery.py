"""Hands one batch of a stream to a function until each record is done or given up, as Lambda's mapping does.

- The function names a record in `batchItemFailures`: those before it are done, the rest is handed over again.
- It raises: the batch is halved, so that a record that always fails ends up alone and keeps nobody waiting.
- What makes no progress is retried, at growing intervals, then given up whole and kept for a replay.
Neither going on nor halving uses up a retry. Records stay in order throughout.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from infra.local.events.lambda_events import Record

logger = logging.getLogger(__name__)

RETRIES = 5
FIRST_PAUSE_SECONDS = 0.2


@dataclass(frozen=True)
class Batch:
    records: Sequence[Record]
    retries: int = 0


@dataclass(frozen=True)
class Outcomes:
    """What the caller does with the outcome of records."""

    done: Callable[[Sequence[Record]], None]
    given_up: Callable[[Sequence[Record]], None]


def deliver(
    records: Sequence[Record],
    *,
    invoke: Callable[[Sequence[Record]], Any],
    outcomes: Outcomes,
    pause: Callable[[float], None],
) -> None:
    waiting = [Batch(records)]
    while waiting:
        batch = waiting.pop()
        rest = _hand_over(batch, invoke, outcomes)
        if rest and rest[0].retries > RETRIES:
            outcomes.given_up(rest[0].records)
        elif rest:
            if rest[0].retries > batch.retries:
                pause(FIRST_PAUSE_SECONDS * 2**batch.retries)
            waiting.extend(reversed(rest))


def _hand_over(batch: Batch, invoke: Callable[[Sequence[Record]], Any], outcomes: Outcomes) -> tuple[Batch, ...]:
    """Gives what is to be handed over next, in order; nothing when the whole batch is done."""
    try:
        position = first_failure(invoke(batch.records), batch.records)
    except Exception:
        logger.exception("The function failed on a batch of %d", len(batch.records))
        return _halves(batch)
    if position:
        outcomes.done(batch.records[:position])
        return _left(batch, position)
    return (Batch(batch.records, batch.retries + 1),)


def first_failure(answer: Any, records: Sequence[Record]) -> int:
    """The position of the first record not done; the number of records when all are."""
    failures = (answer or {}).get("batchItemFailures") or ()
    failed = {failure["itemIdentifier"] for failure in failures}
    numbers = [record["dynamodb"]["SequenceNumber"] for record in records]
    if not failed <= set(numbers):
        return 0  # a name that is none of ours means: nothing is done
    return next((place for place, number in enumerate(numbers) if number in failed), len(numbers))


def _left(batch: Batch, position: int) -> tuple[Batch, ...]:
    rest = batch.records[position:]
    return (Batch(rest, batch.retries),) if rest else ()


def _halves(batch: Batch) -> tuple[Batch, ...]:
    if len(batch.records) == 1:
        return (Batch(batch.records, batch.retries + 1),)
    middle = len(batch.records) // 2
    return (Batch(batch.records[:middle], batch.retries), Batch(batch.records[middle:], batch.retries))
