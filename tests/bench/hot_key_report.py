"""The hot key's limits as a table, and what is refused beyond them as a plot."""

from collections import Counter
from pathlib import Path

import pygal

from tests.bench.hot_key import (
    DESIGNS,
    DRAWN,
    SCENARIOS,
    boards_a_second,
    changes,
    limit,
    refused_share,
    units_per_change,
)
from tests.bench.markdown import table

PLOT = Path(__file__).with_name("hot_key.svg")
RATES = [100 * 2 ** (step / 4) for step in range(41)]
NOTE = """A key takes 1,000 write and 3,000 read units a second; an index that throttles throttles its table.
Simulated: half of the changes edit a task, the others make one or move it on; the n-th busiest project has an n-th of
the busiest one's; a card's entry is one unit, moving it to another key two, reading a column of 50 cards four. DynamoDB
may split a key that stays hot, which moves the limits up, but not where entries come in order of time, such as those of
a project's events. Baton's busiest keys are those of a project's tasks and events: one project takes 1,000 changes."""

type Units = dict[tuple[str, str], Counter[str]]


def report() -> str:
    drawn = {scenario.name: [*changes(scenario)] for scenario in SCENARIOS}
    units = {(name, design): units_per_change(drawn[name], DESIGNS[design]) for name in drawn for design in DESIGNS}
    _plot(units)
    writes = [(name, *(f"{limit(units[name, design], DRAWN):,.0f}" for design in DESIGNS)) for name in drawn]
    reads = [(name, *(f"{boards_a_second(drawn[name], DESIGNS[design]):,.0f}" for design in DESIGNS)) for name in drawn]
    return "\n\n".join(
        [
            NOTE,
            table(("changes a second before a key throttles", *DESIGNS), writes),
            f"![Share of index writes that throttle]({PLOT.name})",
            table(("boards opened a second before a key throttles", *DESIGNS), reads),
        ]
    )


def _plot(units: Units) -> None:
    # Without js: no script in a picture.
    chart = pygal.XY(
        js=[], show_dots=False, legend_at_bottom=True, legend_at_bottom_columns=2, truncate_legend=-1, width=1000
    )
    chart.title = "Share of index writes that throttle"
    chart.x_title = "changes of tasks a second, in thousands"
    chart.value_formatter = lambda share: f"{share:.0%}"
    chart.x_value_formatter = lambda rate: f"{rate:g}"
    for (scenario, design), found in units.items():
        chart.add(f"{scenario}: {design}", [(rate / 1000, refused_share(found, DRAWN, rate)) for rate in RATES])
    PLOT.write_bytes(chart.render())
