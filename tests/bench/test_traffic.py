"""What the load's people ask for."""

from collections import Counter
from itertools import islice

from tests import factories as make
from tests.bench.traffic import Tally, asking


def test_of_five_requests_one_writes_and_the_next_round_writes_the_other_way() -> None:
    first, second = make.task(), make.task()
    rounds = list(islice(asking([first, second]), 15))
    assert [method for method, _, _ in rounds] == ["GET", "GET", "GET", "GET", "PATCH"] * 3
    writes = [(path, options["json"]["status"]) for method, path, options in rounds if method == "PATCH"]
    assert writes == [
        (f"/tasks/{first.id}/status", "IN_PROGRESS"),
        (f"/tasks/{second.id}/status", "IN_PROGRESS"),
        (f"/tasks/{first.id}/status", "OPEN"),
    ]


def test_a_tally_gives_the_rate_and_the_percentiles() -> None:
    tally = Tally(milliseconds=[1.0, 2.0, 3.0, 4.0], seconds=2.0)
    assert tally.a_second == 2.0
    assert tally.percentile(0.5) == 2.0


def test_a_tally_says_which_errors_there_were() -> None:
    assert Tally().errors_in_words == "0"
    assert Tally(errors=Counter({"ReadTimeout": 1, "503": 2})).errors_in_words == "2 x 503, 1 x ReadTimeout"
