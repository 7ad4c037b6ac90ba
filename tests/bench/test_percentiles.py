"""The value below which a share of the samples lies."""

import pytest

from tests.bench.percentiles import percentile


@pytest.mark.parametrize(("share", "expected"), [(0, 1), (0.5, 50), (0.95, 95), (0.99, 99), (1, 100)])
def test_a_percentile_is_the_sample_that_so_many_do_not_exceed(share: float, expected: float) -> None:
    assert percentile([float(number) for number in range(100, 0, -1)], share) == expected


def test_of_one_sample_every_percentile_is_it() -> None:
    assert percentile([7.0], 0.5) == percentile([7.0], 0.99) == 7.0
