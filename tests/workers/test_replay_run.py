"""A run of a replay: how far a function got, and where its own output goes."""

from collections.abc import Sequence
from typing import Any

import pytest

from tests import factories as make
from tests.lambda_events import stream_record
from workers.replay_run import LEFT, REPLAYED, ReplayRun

RECORDS = [stream_record(make.event(), number) for number in (7, 8, 9)]


def run(answer: dict[str, Any], said: list[str] | None = None) -> ReplayRun:
    def handle(_: Sequence[Any]) -> dict[str, Any]:
        print("what the function counts")
        return answer

    return ReplayRun({"a_worker": handle}, publish=True, say=(said if said is not None else []).append)


@pytest.mark.parametrize(("stopped_at", "done"), [([], 3), (["7"], 0), (["9"], 2)])
def test_what_comes_before_the_record_that_a_function_stopped_at_is_done(stopped_at: list[str], done: int) -> None:
    answer = {"batchItemFailures": [{"itemIdentifier": number} for number in stopped_at]}
    assert run(answer).hand_over("a_worker", RECORDS) == done


def test_what_a_function_prints_does_not_go_among_the_lines(capsys: pytest.CaptureFixture[str]) -> None:
    run({"batchItemFailures": []}).hand_over("a_worker", RECORDS)
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "what the function counts\n")


def test_each_outcome_is_counted_and_said() -> None:
    said: list[str] = []
    one = run({}, said)
    one.close(LEFT, "stays")
    one.close(REPLAYED, "published")
    assert one.counts == {LEFT: 1, REPLAYED: 1}
    assert said == ["  -> stays", "  -> published"]
