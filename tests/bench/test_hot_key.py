"""The busiest key of an index sets its limit."""

from collections import Counter

import pytest

from tests.bench.hot_key import (
    SCENARIOS,
    Change,
    baton,
    boards_a_second,
    changes,
    limit,
    refused_share,
    status_alone,
    units_per_change,
)


def test_an_entry_that_moves_is_written_under_both_keys_and_one_that_stays_under_one() -> None:
    assert list(status_alone(Change(1, 1, "OPEN", "CLOSED"))) == ["CLOSED", "OPEN"]
    assert list(status_alone(Change(1, 1, "OPEN", "OPEN"))) == ["OPEN"]
    assert list(status_alone(Change(1, 1, None, "OPEN"))) == ["OPEN"]


def test_batons_keys_are_each_of_one_project() -> None:
    keys = {project: set(baton(Change(project, 1, "OPEN", "CLOSED"))) for project in (1, 2)}
    assert len(keys[1]) == 4
    assert not keys[1] & keys[2]


def test_the_limit_is_where_the_busiest_key_has_a_thousand_units_a_second() -> None:
    assert limit(Counter({"busy": 50, "idle": 1}), drawn=100) == 2000


@pytest.mark.parametrize(("rate", "share"), [(1000, 0.0), (2000, 0.0), (4000, 0.5)])
def test_beyond_the_limit_the_rest_is_refused(rate: float, share: float) -> None:
    assert refused_share(Counter({"busy": 50}), 100, rate) == share


def test_only_where_the_key_holds_the_project_do_more_projects_raise_the_limit() -> None:
    one, many, most = ([*changes(scenario)] for scenario in SCENARIOS)
    alone = [limit(units_per_change(drawn, status_alone), len(drawn)) for drawn in (one, many, most)]
    assert max(alone) / min(alone) == pytest.approx(1, abs=0.05)
    ours = [limit(units_per_change(drawn, baton), len(drawn)) for drawn in (one, many, most)]
    assert ours[0] < alone[0]  # a project's tasks share a key, whatever their status
    assert ours[1] > 3 * ours[0]
    assert ours[2] > 2 * ours[1]


def test_boards_of_many_projects_are_read_from_many_keys() -> None:
    one, many = ([*changes(scenario)] for scenario in SCENARIOS[:2])
    assert boards_a_second(one, status_alone) == boards_a_second(many, status_alone) == 750
    assert boards_a_second(one, baton) == 750
    assert boards_a_second(many, baton) > 3 * 750
