"""The schedule: at the start, then every hour; sooner after a failure."""

from datetime import UTC, datetime, timedelta
from typing import Any

from infra.local.events.schedule import SECONDS_BETWEEN, SECONDS_TO_RETRY, ScheduleSource


class Function:
    """Takes down what it is invoked with; fails while it is told to."""

    def __init__(self) -> None:
        self.events: list[Any] = []
        self.fails = False

    def __call__(self, event: Any, _: object) -> None:
        self.events.append(event)
        if self.fails:
            raise ValueError("not now")


def test_it_is_invoked_at_the_start_and_then_every_hour() -> None:
    now, function = [1000.0], Function()
    source = ScheduleSource("remind", function, "eu-central-1", clock=lambda: now[0])

    assert [source(), source()] == [1, 0]
    now[0] += SECONDS_BETWEEN - 1
    assert source() == 0
    now[0] += 1
    assert source() == 1
    assert len(function.events) == 2


def test_after_a_failure_it_is_tried_again_soon() -> None:
    now, function = [1000.0], Function()
    source = ScheduleSource("remind", function, "eu-central-1", clock=lambda: now[0])

    function.fails = True
    source()
    now[0] += SECONDS_TO_RETRY
    function.fails = False

    assert [source(), source()] == [1, 0]


def test_the_function_is_told_what_time_it_is() -> None:
    function = Function()

    ScheduleSource("remind", function, "eu-central-1")()

    (event,) = function.events
    assert event["time"].endswith("Z")
    assert datetime.now(UTC) - datetime.fromisoformat(event["time"]) < timedelta(minutes=1)
