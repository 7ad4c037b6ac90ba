"""Tasks as CSV."""

import csv
from datetime import date

import pytest

from app.api.csv_rows import HEADER, csv_rows
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
