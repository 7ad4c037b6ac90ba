"""Batches of a stream: nothing skipped, nothing out of order, and no poison record in anybody's way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from infra.local.events.delivery import RETRIES, Outcomes, deliver
from infra.local.events.lambda_events import Record
from tests.infra.local.events.records import failing_at, numbers_of, record


@dataclass
class Run:
    """What became of a delivery."""

    batches: list[list[int]] = field(default_factory=list)
    done: list[int] = field(default_factory=list)
    given_up: list[list[int]] = field(default_factory=list)
    pauses: list[float] = field(default_factory=list)


def run(count: int, function: Callable[[list[int]], Any]) -> Run:
    """Delivers records 1 to count to a function of their numbers."""
    result = Run()

    def invoke(records: Sequence[Record]) -> Any:
        result.batches.append(numbers_of(records))
        return function(numbers_of(records))

    outcomes = Outcomes(
        done=lambda records: result.done.extend(numbers_of(records)),
        given_up=lambda records: result.given_up.append(numbers_of(records)),
    )
    batch = [record(number) for number in range(1, count + 1)]
    deliver(batch, invoke=invoke, outcomes=outcomes, pause=result.pauses.append)
    return result


def poison(*numbers: int) -> Callable[[list[int]], None]:
    def function(batch: list[int]) -> None:
        if set(numbers) & set(batch):
            raise ValueError("poison")

    return function


def failing_until(attempt: int, number: int) -> Callable[[list[int]], Any]:
    """Cannot do this record before this attempt at it."""
    seen: list[list[int]] = []

    def function(batch: list[int]) -> Any:
        if number not in batch:
            return None
        seen.append(batch)
        return failing_at(number) if len(seen) < attempt else {"batchItemFailures": []}

    return function


@pytest.mark.parametrize("answer", [None, {}, {"batchItemFailures": []}, {"batchItemFailures": None}])
def test_a_batch_without_failures_is_done_at_once(answer: Any) -> None:
    result = run(3, lambda _: answer)

    assert (result.batches, result.done, result.pauses) == ([[1, 2, 3]], [1, 2, 3], [])


def test_a_partial_failure_resumes_at_the_record_it_names() -> None:
    result = run(5, failing_until(2, number=3))

    assert result.batches == [[1, 2, 3, 4, 5], [3, 4, 5]]
    assert result.done == [1, 2, 3, 4, 5]


def test_of_several_failures_the_first_counts() -> None:
    answers = [{"batchItemFailures": [*failing_at(4)["batchItemFailures"], *failing_at(2)["batchItemFailures"]]}, {}]

    result = run(5, lambda _: answers.pop(0))

    assert result.batches == [[1, 2, 3, 4, 5], [2, 3, 4, 5]]


@pytest.mark.parametrize("identifier", ["", None, "no such record"])
def test_a_failure_that_names_no_record_fails_the_batch(identifier: str | None) -> None:
    answers: list[Any] = [{"batchItemFailures": [{"itemIdentifier": identifier}]}, None]

    result = run(2, lambda _: answers.pop(0))

    assert (result.batches, result.done) == ([[1, 2], [1, 2]], [1, 2])


def test_halving_isolates_the_poison_and_the_others_are_done_in_order() -> None:
    result = run(8, poison(6))

    assert result.given_up == [[6]]
    assert result.done == [1, 2, 3, 4, 5, 7, 8]


def test_halving_uses_up_no_retry() -> None:
    result = run(4, poison(1, 4))

    assert result.given_up == [[1], [4]]
    assert result.batches.count([1]) == result.batches.count([4]) == RETRIES + 1


def test_retries_wait_longer_each_time_then_end() -> None:
    result = run(1, poison(1))

    assert result.batches == [[1]] * (RETRIES + 1)
    assert result.pauses == pytest.approx([0.2, 0.4, 0.8, 1.6, 3.2])


def test_a_record_named_again_and_again_is_given_up_with_what_waits_behind_it() -> None:
    result = run(3, failing_until(100, number=2))

    assert (result.done, result.given_up) == ([1], [[2, 3]])
    assert result.batches == [[1, 2, 3], *[[2, 3]] * (RETRIES + 1)]


def test_progress_uses_up_no_retry() -> None:
    """Each call does one record and names the next: more often than there are retries."""
    result = run(20, lambda batch: failing_at(batch[1]) if len(batch) > 1 else None)

    assert (result.done, result.given_up, result.pauses) == (list(range(1, 21)), [], [])


def test_what_is_done_is_said_before_the_rest_is_tried() -> None:
    """Else a process killed in between would hand it over again."""
    done: list[int] = []
    known: list[list[int]] = []

    def invoke(records: Sequence[Record]) -> Any:
        known.append(list(done))
        return failing_at(2) if len(known) == 1 else None

    outcomes = Outcomes(done=lambda records: done.extend(numbers_of(records)), given_up=lambda _: None)
    deliver([record(1), record(2)], invoke=invoke, outcomes=outcomes, pause=lambda _: None)

    assert known == [[], [1]]
