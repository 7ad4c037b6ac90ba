"""Reminders in the table: none for what is no longer due, none twice, and a mark that never goes back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from botocore.exceptions import ClientError

from app.domain.events import EventType
from app.domain.pages import PageRequest
from app.domain.projects import general_project
from app.domain.status import Status
from app.domain.tasks import Task
from app.repositories.projects import ProjectRepository
from app.repositories.remains import RemainsRepository
from app.repositories.reminders import AlreadyReminded, NotDue, ReminderRepository
from app.repositories.tasks import TaskRepository
from tests import factories as make
from tests.conftest import Table
from tests.history import history_of

DUE = date(2026, 11, 24)
OTHER_DAY = date(2026, 11, 25)


@pytest.fixture
def reminders(table: Table) -> ReminderRepository:
    return ReminderRepository(table.client, table.name)


@pytest.fixture
def tasks(table: Table) -> TaskRepository:
    ProjectRepository(table.client, table.name).create(general_project(make.NOW))
    return TaskRepository(table.client, table.name)


def due_task(tasks: TaskRepository, due_date: date | None = DUE) -> Task:
    task = make.task(due_date=due_date)
    tasks.create(task, [])
    return task


@pytest.mark.parametrize(
    "change",
    [
        lambda task: replace(task, due_date=OTHER_DAY),
        lambda task: replace(task, due_date=None),
        lambda task: replace(task, status=Status.COMPLETED, completed_at=make.NOW),
        lambda task: replace(task, status=Status.CLOSED),
        lambda task: replace(task, deleted_at=make.NOW),
    ],
    ids=["due another day", "not due at all", "completed", "closed", "deleted"],
)
def test_a_task_that_is_no_longer_due_that_day_gets_none(
    table: Table, tasks: TaskRepository, reminders: ReminderRepository, change: Callable[[Task], Task]
) -> None:
    task = due_task(tasks)
    tasks.save(task, replace(change(task), version=2), make.event(task_id=task.id))
    reminder = make.event(task_id=task.id, type=EventType.TASK_DUE_SOON)
    with pytest.raises(NotDue):
        reminders.add(reminder, DUE)
    assert reminder not in history_of(table, task.id)
    assert reminders.due_on(DUE, make.page()).items == ()


def test_a_purged_task_gets_none(table: Table, tasks: TaskRepository, reminders: ReminderRepository) -> None:
    task = due_task(tasks)
    RemainsRepository(table.client, table.name).remove(task.id)
    with pytest.raises(NotDue):
        reminders.add(make.event(task_id=task.id), DUE)
    assert history_of(table, task.id) == []


def test_the_same_reminder_is_made_once(table: Table, tasks: TaskRepository, reminders: ReminderRepository) -> None:
    task = due_task(tasks)
    first = make.event(task_id=task.id, bulk_id="one run")
    reminders.add(first, DUE)
    with pytest.raises(AlreadyReminded):
        reminders.add(replace(first, bulk_id="the next run"), DUE)
    assert history_of(table, task.id) == [first]


def test_what_is_due_on_a_day_comes_page_by_page(tasks: TaskRepository, reminders: ReminderRepository) -> None:
    ids = [due_task(tasks).id for _ in range(5)]
    due_task(tasks, OTHER_DAY)
    first = reminders.due_on(DUE, PageRequest(3))
    second = reminders.due_on(DUE, PageRequest(3, first.next_position))
    assert (len(first.items), second.next_position) == (3, None)
    assert sorted(first.items + second.items) == sorted(ids)


def test_of_projects_the_archived_are_told_apart(table: Table, reminders: ReminderRepository) -> None:
    projects = [make.project(archived=archived) for archived in (True, False)]
    for project in projects:
        ProjectRepository(table.client, table.name).create(project)
    ids = [*(project.id for project in projects), make.new_ulid()]
    assert reminders.archived_among([*ids, *ids]) == {projects[0].id}
    assert reminders.archived_among([]) == set()


def test_before_the_first_run_no_day_is_made(reminders: ReminderRepository) -> None:
    assert reminders.through() is None


def test_the_last_day_made_never_goes_back(reminders: ReminderRepository) -> None:
    for day in (OTHER_DAY, DUE, OTHER_DAY):
        reminders.complete(day)
        assert reminders.through() == OTHER_DAY


def test_a_mark_that_could_not_be_set_is_an_error(table: Table) -> None:
    nowhere = ReminderRepository(table.client, "no-such-table")
    with pytest.raises(ClientError):
        nowhere.complete(DUE)
