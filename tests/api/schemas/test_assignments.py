"""Assignments on the wire."""

from typing import Any

import pytest
from pydantic import ValidationError

from app.api.schemas.assignments import AssignmentCreate, Assignments
from tests import factories as make

PERSON = "0b0f4a4e-3c0b-4a53-9d6a-0d3a5b0c1d2e"


@pytest.mark.parametrize("user_ids", [[], [PERSON] * 21, ["x"], None, PERSON])
def test_an_assignment_names_one_to_twenty_people(user_ids: Any) -> None:
    with pytest.raises(ValidationError):
        AssignmentCreate.model_validate({"userIds": user_ids})


def test_an_assignment_says_who_when_and_by_whom() -> None:
    task = make.task(assignee_ids=(PERSON,))
    assert Assignments.of(task.assignments).model_dump(mode="json", by_alias=True) == {
        "items": [{"userId": PERSON, "assignedAt": "2026-03-02T09:30:00Z", "assignedBy": task.created_by}]
    }
