"""The key design: positions sort as the lists they make, and an id is found again at each."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.status import Status
from app.repositories import table
from tests import factories as make


@given(st.dates(), st.dates())
def test_open_tasks_sort_by_due_date_and_the_undated_last(one: date, other: date) -> None:
    positions = [table.open_position(due, "T") for due in (one, other)]
    assert (positions[0] < positions[1]) == (one < other)
    assert all(position <= table.open_position(None, "T") for position in positions)


@given(st.timedeltas(min_value=timedelta(milliseconds=1), max_value=timedelta(days=10_000)))
def test_done_tasks_sort_by_the_time_they_were_done(later: timedelta) -> None:
    assert table.done_position(make.NOW, "T") < table.done_position(make.NOW + later, "T")


def test_the_id_is_the_last_part_of_every_position() -> None:
    task_id = make.new_ulid()
    for position in (
        task_id,
        table.column_position("a0", task_id),
        table.open_position(None, task_id),
        table.done_position(make.NOW, task_id),
        table.directory_position("C# and #hash", task_id),
    ):
        assert table.id_at(position) == task_id


def test_a_column_of_one_project_shares_no_key_with_another_or_with_another_status() -> None:
    keys = {table.column_partition(project_id, status) for project_id in ("P", "Q") for status in Status}
    assert len(keys) == 2 * len(Status)


def test_a_timestamp_has_milliseconds_and_a_z() -> None:
    assert table.timestamp(make.NOW) == "2026-03-02T09:30:00.000Z"


def test_names_sort_without_regard_to_case() -> None:
    assert table.directory_position("apollo", "1") < table.directory_position("Beta", "0")
