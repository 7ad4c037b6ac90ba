"""What `python -X importtime` says."""

from tests.bench.import_times import ImportTime, heaviest, import_times

REPORT = """import time: self [us] | cumulative | imported package
import time:      1500 |       1500 |     json.decoder
noise of a program
import time:       250 |       1750 |   json
"""


def test_each_line_of_a_module_is_read() -> None:
    assert import_times(REPORT) == [ImportTime("json.decoder", 1.5, 1.5), ImportTime("json", 0.25, 1.75)]


def test_the_heaviest_are_those_with_the_largest_share_of_their_own() -> None:
    assert [row.module for row in heaviest(import_times(REPORT), 1)] == ["json.decoder"]
