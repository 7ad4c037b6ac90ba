"""A small run of the road under faults; `make faults` runs thousands of events."""

from pathlib import Path

import pytest

from tests.conftest import Table
from tests.faults.run import run

EVENTS = 300


@pytest.mark.dynamodb_local
def test_nothing_is_lost_nothing_comes_twice_and_nothing_overtakes(streaming_table: Table, tmp_path: Path) -> None:
    report = run(streaming_table, tmp_path, events=EVENTS, seed=1, tell=print)

    assert report.events >= EVENTS
    assert report.mails > EVENTS
    assert report.faults.total() > EVENTS / 10
    assert (report.lost, report.repeated, report.out_of_order) == (0, 0, 0)
    assert (report.parked, report.wrongly_parked) == (report.poison, 0)
