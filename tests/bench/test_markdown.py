"""Tables as Markdown."""

from tests.bench.markdown import table


def test_a_table_has_a_line_under_its_headers_and_figures_to_the_right() -> None:
    assert table(["what", "ms"], [["get", "1.50"], ["a|b", "2"]]) == (
        "| what | ms |\n|---|---:|\n| get | 1.50 |\n| a/b | 2 |"
    )
