"""Tasks on the wire: what is refused field by field, and what they look like to callers."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from app.api.schemas.tasks import StatusChange, TaskCardRead, TaskCreate, TaskMove, TaskRead
from app.domain.projects import GENERAL_PROJECT_ID
from app.domain.status import Status
from app.domain.tasks import Priority, TaskDraft
from app.services.board import Place
from tests import factories as make

PERSON = "0b0f4a4e-3c0b-4a53-9d6a-0d3a5b0c1d2e"


def create(**fields: Any) -> TaskCreate:
    return TaskCreate.model_validate({"title": "Write", **fields})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "   "),
        ("title", "x" * 201),
        ("title", 7),
        ("title", None),
        ("title", "a\r\nBcc: everyone@example.com"),
        ("title", "a\u2028b"),
        ("title", "a\x00b"),
        ("title", "a\x85b"),
        ("title", "\ud800"),
        ("description", "x" * 10_001),
        ("description", None),
        ("projectId", "general"),
        ("projectId", "0" * 25),
        ("projectId", f"{'0' * 26}\n"),
        ("projectId", "O" * 26),
        ("projectId", f"{'0' * 20}#TASKS"),
        ("priority", "urgent"),
        ("priority", "HIGHEST"),
        ("dueDate", "tomorrow"),
        ("dueDate", "2026-02-30"),
        ("dueDate", "2026-03-02T00:00:00Z"),
        ("dueDate", "20260302"),
        ("dueDate", 0),
        ("dueDate", 1_772_443_800),
        ("dueDate", "86400"),
        ("dueDate", True),
        ("labels", ["x"] * 11),
        ("labels", [""]),
        ("labels", ["x" * 31]),
        ("labels", ["a\nb"]),
        ("labels", "one"),
        ("assigneeIds", ["me"]),
        ("assigneeIds", [PERSON.upper()]),
        ("assigneeIds", [PERSON] * 21),
        ("createdBy", PERSON),
        ("project_id", GENERAL_PROJECT_ID),
    ],
)
def test_a_field_that_cannot_be_taken_is_refused(field: str, value: Any) -> None:
    with pytest.raises(ValidationError) as refusal:
        create(**{field: value})
    assert {str(error["loc"][0]) for error in refusal.value.errors()} == {field}


@given(st.text(min_size=1, max_size=200))
def test_no_title_that_is_taken_breaks_a_line(title: str) -> None:
    try:
        taken = create(title=title).title
    except ValidationError:
        return
    assert len(taken.splitlines()) == 1
    assert "\x00" not in taken


def test_a_task_needs_a_title_alone() -> None:
    assert create(title="  Write  ").draft() == TaskDraft(title="Write", project_id=GENERAL_PROJECT_ID)


def test_a_draft_is_all_that_was_sent_and_nothing_twice() -> None:
    project_id = make.new_ulid()
    received = create(
        projectId=project_id,
        description="Two\nlines",
        priority="URGENT",
        dueDate="2026-03-02",
        labels=["one", "two", "one"],
        assigneeIds=[PERSON, PERSON],
    )
    assert received.draft() == TaskDraft(
        title="Write",
        description="Two\nlines",
        project_id=project_id,
        priority=Priority.URGENT,
        due_date=date(2026, 3, 2),
        labels=("one", "two"),
        assignee_ids=(PERSON,),
    )


def test_a_due_date_may_be_null() -> None:
    assert create(dueDate=None).draft().due_date is None


@pytest.mark.parametrize("body", [{}, {"status": None}, {"status": "DONE"}, {"status": "OPEN", "version": 1}])
def test_a_status_change_names_a_status_and_nothing_else(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        StatusChange.model_validate(body)


@pytest.mark.parametrize("body", [{"afterId": "x"}, {"beforeId": 1}, {"status": "DONE"}, {"rank": "a0"}])
def test_a_move_names_cards_and_a_column_and_nothing_else(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        TaskMove.model_validate(body)


def test_a_move_may_say_nothing_at_all() -> None:
    assert TaskMove.model_validate({}).place() == Place()
    above = make.new_ulid()
    assert TaskMove.model_validate({"status": "CLOSED", "afterId": above}).place() == Place(Status.CLOSED, above)


def test_a_card_is_a_task_without_its_description() -> None:
    task = replace(make.task(assignee_ids=(PERSON,)), due_date=date(2026, 3, 2), description="Long")
    card = TaskCardRead.of_card(task).model_dump(mode="json", by_alias=True)
    whole = TaskRead.of(task).model_dump(mode="json", by_alias=True)
    assert whole == card | {"description": "Long"}
    assert (card["assigneeIds"], card["dueDate"], card["createdAt"]) == ([PERSON], "2026-03-02", "2026-03-02T09:30:00Z")
