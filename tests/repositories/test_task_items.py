"""A task as items: it comes back whole, and stands in just the indexes it belongs to."""

from datetime import date

import pytest

from app.domain.status import Status
from app.domain.tasks import Task, TaskCard
from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.table import CARD_ATTRIBUTES
from app.repositories.task_items import assignment_item, card_attributes, task_attributes, task_item, to_card, to_task
from tests import factories as make

DUE = date(2026, 3, 9)


def test_a_task_comes_back_whole() -> None:
    task = make.task(
        assignee_ids=("b", "a"), due_date=DUE, labels=("x", "y"), completed_at=make.NOW, description="why", version=3
    )
    item = from_attributes(to_attributes(task_item(task)))
    assert to_task(item) == to_task(task_item(task))
    assert set(to_task(item).assignee_ids) == {"a", "b"}
    assert to_task(item).description == "why"


def test_an_assignment_carries_the_whole_card() -> None:
    task = make.task(assignee_ids=("a",), due_date=DUE)
    card = to_card(from_attributes(to_attributes(assignment_item(task, "a"))))
    fields = {name: getattr(task, name) for name in TaskCard.__dataclass_fields__}
    assert card == TaskCard(**fields)


def test_the_card_is_what_the_boards_index_projects() -> None:
    assert tuple(card_attributes(make.task())) == CARD_ATTRIBUTES


def test_a_dated_open_task_is_in_the_due_index() -> None:
    item = task_item(make.task(due_date=DUE))
    assert (item["GSI4PK"], item["GSI4SK"]) == ("DUE#2026-03-09", item["id"])


@pytest.mark.parametrize(
    "task", [make.task(), make.task(due_date=DUE, status=Status.COMPLETED)], ids=["undated", "done"]
)
def test_an_undated_or_done_task_is_not_in_the_due_index(task: Task) -> None:
    assert not {"GSI4PK", "GSI4SK"} & set(to_attributes(task_item(task)))


def test_a_change_writes_no_comment_count() -> None:
    assert "commentCount" not in task_attributes(make.task())
    assert "commentCount" in task_item(make.task())
