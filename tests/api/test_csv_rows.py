"""Tasks as CSV."""

import csv
import json
from collections.abc import Iterator
from datetime import date

import pytest

from app.api.csv_rows import HEADER, csv_rows, csv_text
from app.domain.errors import Conflict
from app.domain.tasks import Task
from tests import factories as make


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])
def test_no_cell_is_a_formula(title: str) -> None:
    _, row = csv.reader(csv_rows([make.task(title=title)]))
    assert row[HEADER.index("title")] == f"'{title}"


def test_a_row_holds_every_field_whatever_is_in_it() -> None:
    task = make.task(
        title='a "quoted", title',
        description="two\nlines",
        labels=("x", "y"),
        assignee_ids=("p", "q"),
        due_date=date(2026, 3, 9),
    )
    header, row = csv.reader("".join(csv_rows([task])).splitlines(keepends=True))
    assert tuple(header) == HEADER
    cells = dict(zip(header, row, strict=True))
    assert (cells["title"], cells["description"], cells["labels"]) == ('a "quoted", title', "two\nlines", "x,y")
    assert (cells["assigneeIds"], cells["dueDate"], cells["completedAt"]) == ("p,q", "2026-03-09", "")
    assert cells["createdAt"] == "2026-03-02T09:30:00Z"


def test_what_is_larger_than_an_answer_is_refused_as_soon_as_that_is_known() -> None:
    read: list[Task] = []

    def tasks() -> Iterator[Task]:
        while True:
            read.append(make.task())
            yield read[-1]

    with pytest.raises(Conflict, match="Narrow it"):
        csv_text(tasks(), max_size=2_000)
    assert 5 < len(read) < 15


def test_what_json_escapes_counts_as_it_is_sent() -> None:
    task = make.task(description='"' * 1_000)
    size = len(json.dumps(csv_text([task])))
    assert csv_text([task], max_size=size + 10)
    with pytest.raises(Conflict):
        csv_text([task], max_size=size - 10)
