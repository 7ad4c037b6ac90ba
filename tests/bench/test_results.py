"""RESULTS.md: a benchmark that has run replaces its own section only."""

from datetime import UTC, datetime
from pathlib import Path

from tests.bench.results import OPENING, measured, put_section, sections_of

TITLES = ["First", "Second"]


def test_a_section_is_replaced_and_the_others_stay(tmp_path: Path) -> None:
    file = tmp_path / "RESULTS.md"
    put_section(file, TITLES, "Second", "old\n\n### Part\n\ntext")
    put_section(file, TITLES, "First", "one")
    assert sections_of(file.read_text()) == {"First": "one", "Second": "old\n\n### Part\n\ntext"}
    put_section(file, TITLES, "Second", "new")
    assert file.read_text() == f"{OPENING}\n\n## First\n\none\n\n## Second\n\nnew\n"


def test_a_section_whose_benchmark_is_no_more_goes(tmp_path: Path) -> None:
    file = tmp_path / "RESULTS.md"
    put_section(file, ["Gone"], "Gone", "text")
    put_section(file, TITLES, "First", "one")
    assert list(sections_of(file.read_text())) == ["First"]


def test_a_section_says_when_and_on_what_it_was_measured() -> None:
    line = measured(datetime(2026, 3, 2, tzinfo=UTC))
    assert line.startswith("*2026-03-02, ")
    assert "cores" in line
    assert "Python 3." in line
