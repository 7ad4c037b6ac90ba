"""Tasks: who may see one, and what each change makes of it."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import timedelta
from functools import partial

import pytest

from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.status import Status
from app.domain.tasks import (
    KEPT_IN_TRASH,
    MAX_ASSIGNEES,
    Assignment,
    Task,
    as_deleted,
    as_restored,
    new_task,
    require_visible,
    with_assignees,
    with_edit,
    with_place,
    with_status,
    without_assignee,
)
from tests import factories as make

LATER = make.NOW + timedelta(hours=1)


def test_a_missing_task_is_not_found() -> None:
    with pytest.raises(NotFound, match=r"^There is no such task, or it is not assigned to you\.$"):
        require_visible(None, make.admin())


def test_a_task_of_others_is_not_found_for_a_member() -> None:
    with pytest.raises(NotFound):
        require_visible(make.task(), make.member())


def test_an_assignee_and_an_admin_see_a_task() -> None:
    member = make.member()
    task = make.task(assignee_ids=(member.user_id,))
    assert require_visible(task, member) is task
    assert require_visible(task, make.admin()) is task


def test_a_new_task_is_open_at_version_one_and_not_completed() -> None:
    admin = make.admin()
    task = new_task(make.draft(), task_id="T", rank="a0", by=admin, now=make.NOW)
    assert (task.status, task.version, task.completed_at) == (Status.OPEN, 1, None)
    assert (task.created_by, task.updated_by, task.created_at) == (admin.user_id, admin.user_id, make.NOW)


def test_a_new_task_is_what_its_draft_asks_for() -> None:
    draft, admin = make.full_draft(project_id="P", assignee_ids=("a",)), make.admin()
    task = new_task(draft, task_id="T", rank="a0", by=admin, now=make.NOW)
    assert all(getattr(task, field.name) == getattr(draft, field.name) for field in fields(draft))
    assert (task.id, task.rank, task.comment_count, task.updated_at) == ("T", "a0", 0, make.NOW)
    assert task.assignments == (Assignment("a", make.NOW, admin.user_id),)


@pytest.mark.parametrize(
    "change",
    [
        partial(with_status, status=Status.IN_PROGRESS),
        partial(with_place, status=Status.OPEN, rank="a1"),
        partial(with_place, status=Status.IN_PROGRESS, rank="a1"),
        partial(with_edit, edit={"title": "b"}),
        partial(with_assignees, user_ids=["b"]),
        partial(without_assignee, user_id="a"),
        as_deleted,
        lambda task, **said: as_restored(replace(task, deleted_at=make.NOW), **said),
    ],
)
def test_every_change_says_who_and_when_and_is_one_version(change: Callable[..., Task]) -> None:
    admin = make.admin()
    changed = change(make.task(assignee_ids=("a",)), by=admin, now=LATER)
    assert (changed.updated_by, changed.updated_at, changed.version) == (admin.user_id, LATER, 2)


def test_a_person_named_twice_is_assigned_once() -> None:
    assert make.task(assignee_ids=("a", "a", "b")).assignee_ids == ("a", "b")


def test_a_refused_status_leaves_the_task_as_it_was() -> None:
    with pytest.raises(Conflict):
        with_status(make.task(), Status.COMPLETED, by=make.admin(), now=LATER)


def test_the_same_status_again_is_no_change() -> None:
    task = make.task()
    assert with_status(task, Status.OPEN, by=make.admin(), now=LATER) is task


def test_a_change_of_status_says_who_and_when_and_counts_as_one_version() -> None:
    member = make.member()
    changed = with_status(make.task(), Status.IN_PROGRESS, by=member, now=LATER)
    assert (changed.status, changed.version) == (Status.IN_PROGRESS, 2)
    assert (changed.updated_by, changed.updated_at) == (member.user_id, LATER)


def test_completing_sets_the_time_and_closing_keeps_it() -> None:
    completed = with_status(make.task(status=Status.UNDER_REVIEW), Status.COMPLETED, by=make.member(), now=LATER)
    closed = with_status(completed, Status.CLOSED, by=make.admin(), now=LATER + timedelta(days=1))
    assert completed.completed_at == closed.completed_at == LATER


@pytest.mark.parametrize("status", [Status.COMPLETED, Status.CLOSED])
def test_going_back_to_work_clears_the_time_of_completion(status: Status) -> None:
    done = make.task(status=status, completed_at=make.NOW)
    assert with_status(done, Status.IN_PROGRESS, by=make.admin(), now=LATER).completed_at is None


def test_a_dropped_task_was_never_completed() -> None:
    assert with_status(make.task(), Status.CLOSED, by=make.admin(), now=LATER).completed_at is None


def test_a_move_to_another_column_obeys_the_status_machine() -> None:
    with pytest.raises(Conflict):
        with_place(make.task(), Status.COMPLETED, "a1", by=make.admin(), now=LATER)


def test_a_move_is_one_version_whether_or_not_it_changes_the_column() -> None:
    within = with_place(make.task(), Status.OPEN, "a1", by=make.admin(), now=LATER)
    across = with_place(make.task(), Status.IN_PROGRESS, "a1", by=make.admin(), now=LATER)
    assert (within.rank, within.status, within.version) == ("a1", Status.OPEN, 2)
    assert (across.rank, across.status, across.version) == ("a1", Status.IN_PROGRESS, 2)


def test_more_assignees_than_a_task_takes_are_refused() -> None:
    task = make.task(assignee_ids=tuple(str(number) for number in range(MAX_ASSIGNEES)))
    with pytest.raises(Invalid, match="at most 20 assignees") as refusal:
        with_assignees(task, ["one more"], by=make.admin(), now=LATER)
    assert [error.field for error in refusal.value.errors] == ["assigneeIds"]


def test_assigning_people_who_are_assigned_is_no_change() -> None:
    task = make.task(assignee_ids=("a", "b"))
    assert with_assignees(task, ["b", "a"], by=make.admin(), now=LATER) is task


def test_new_assignees_come_after_those_who_were_there() -> None:
    admin = make.admin()
    changed = with_assignees(make.task(assignee_ids=("a",)), ["b", "a"], by=admin, now=LATER)
    assert changed.assignee_ids == ("a", "b")
    assert (changed.assignments[1].assigned_at, changed.assignments[1].assigned_by) == (LATER, admin.user_id)
    assert changed.version == 2


def test_unassigning_somebody_who_is_not_assigned_is_refused() -> None:
    with pytest.raises(NotFound, match=r"^That person is not assigned to this task\.$"):
        without_assignee(make.task(), "a", by=make.admin(), now=LATER)


def test_unassigning_leaves_the_others() -> None:
    changed = without_assignee(make.task(assignee_ids=("a", "b")), "a", by=make.admin(), now=LATER)
    assert (changed.assignee_ids, changed.version) == (("b",), 2)


def test_an_edit_that_changes_nothing_is_no_change() -> None:
    task = make.task(title="a")
    assert with_edit(task, {"title": "a"}, by=make.admin(), now=LATER) is task


def test_an_edit_changes_what_it_names_and_nothing_else() -> None:
    task = make.task(description="why", due_date=make.NOW.date())
    edited = with_edit(task, {"title": "b", "due_date": None}, by=make.admin(), now=LATER)
    assert (edited.title, edited.due_date, edited.description, edited.version) == ("b", None, "why", 2)


def test_a_deleted_task_comes_back_as_it_was_for_thirty_days() -> None:
    task = make.task(assignee_ids=("a",))
    deleted = as_deleted(task, by=make.admin(), now=make.NOW)
    restored = as_restored(deleted, by=make.admin(), now=make.NOW + KEPT_IN_TRASH - timedelta(seconds=1))
    assert deleted.deleted_at == make.NOW
    assert restored.deleted_at is None
    assert (restored.title, restored.assignments, restored.version) == (task.title, task.assignments, 3)


def test_a_task_that_was_in_the_trash_too_long_is_gone() -> None:
    deleted = as_deleted(make.task(), by=make.admin(), now=make.NOW)
    with pytest.raises(NotFound, match=r"^The task was in the trash for 30 days and is gone\.$"):
        as_restored(deleted, by=make.admin(), now=make.NOW + KEPT_IN_TRASH)


def test_restoring_what_was_not_deleted_is_no_change() -> None:
    task = make.task()
    assert as_restored(task, by=make.admin(), now=LATER) is task
