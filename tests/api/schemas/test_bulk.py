"""Bulk changes on the wire: exactly one change."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from app.api.schemas.bulk import BulkChangeFields, BulkRequest
from app.domain.status import Status
from app.domain.tasks import Priority
from app.services.bulk import BulkChange
from tests import factories as make

PERSON = "0b0f4a4e-3c0b-4a53-9d6a-0d3a5b0c1d2e"


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"status": None},
        {"status": "DONE"},
        {"delete": False},
        {"addAssigneeIds": []},
        {"labels": None},
        {"status": "OPEN", "priority": "LOW"},
        {"title": "x"},
    ],
)
def test_what_is_not_one_change_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        BulkChangeFields.model_validate(change)


@pytest.mark.parametrize("task_ids", [[], ["x"], None, [make.new_ulid() for _ in range(101)]])
def test_a_bulk_action_names_one_to_a_hundred_tasks(task_ids: Any) -> None:
    with pytest.raises(ValidationError):
        BulkRequest.model_validate({"taskIds": task_ids, "change": {"delete": True}})


@pytest.mark.parametrize(
    ("sent", "change"),
    [
        ({"status": "OPEN"}, BulkChange(status=Status.OPEN)),
        ({"priority": "LOW"}, BulkChange(edit={"priority": Priority.LOW})),
        ({"labels": ["a", "a"]}, BulkChange(edit={"labels": ("a",)})),
        ({"labels": []}, BulkChange(edit={"labels": ()})),
        ({"dueDate": "2026-03-09"}, BulkChange(edit={"due_date": date(2026, 3, 9)})),
        ({"dueDate": None}, BulkChange(edit={"due_date": None})),
        ({"addAssigneeIds": [PERSON]}, BulkChange(added_ids=(PERSON,))),
        ({"removeAssigneeIds": [PERSON]}, BulkChange(removed_ids=(PERSON,))),
        ({"delete": True}, BulkChange(delete=True)),
    ],
)
def test_each_change_is_taken_as_it_is_meant(sent: dict[str, Any], change: BulkChange) -> None:
    assert BulkChangeFields.model_validate(sent).change() == change
