"""Tasks in the table: conditions hold against whatever happened since the read."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from app.domain import events, tasks
from app.domain.errors import NotFound, Stale
from app.domain.events import Event, Occasion
from app.domain.projects import general_project
from app.domain.status import Status
from app.domain.tasks import Task
from app.repositories.attributes import to_attributes
from app.repositories.people import PeopleRepository
from app.repositories.projects import ProjectRepository
from app.repositories.tasks import TaskRepository
from tests import factories as make
from tests.conftest import Table
from tests.history import history_of

ADMIN = make.admin()


@pytest.fixture
def repository(table: Table) -> TaskRepository:
    return repository_on(table)


def repository_on(table: Table) -> TaskRepository:
    ProjectRepository(table.client, table.name).create(general_project(make.NOW))
    return TaskRepository(table.client, table.name)


def created(repository: TaskRepository, task: Task) -> Task:
    repository.create(task, [events.task_created(task, occasion())])
    return task


def occasion() -> Occasion:
    return Occasion(make.new_ulid(), ADMIN.user_id, make.NOW)


def started(task: Task) -> tuple[Task, Event]:
    after = tasks.with_status(task, Status.IN_PROGRESS, by=ADMIN, now=make.NOW)
    return after, events.status_changed(task, after, occasion())


def mark_deleted(table: Table, task: Task) -> None:
    table.client.update_item(
        TableName=table.name,
        Key=to_attributes({"PK": f"TASK#{task.id}", "SK": "METADATA"}),
        UpdateExpression="SET deletedAt = :at",
        ExpressionAttributeValues=to_attributes({":at": "2026-03-02T09:30:00.000Z"}),
    )


def test_a_task_that_was_never_there_is_none(repository: TaskRepository) -> None:
    assert repository.get(make.new_ulid()) is None
    assert repository.get_many([make.new_ulid()]) == {}


def test_a_deleted_task_reads_as_none(repository: TaskRepository, table: Table) -> None:
    task = created(repository, make.task())
    mark_deleted(table, task)
    assert repository.get(task.id) is None
    assert repository.get_many([task.id]) == {}


def test_an_update_of_a_task_that_is_gone_makes_no_ghost(repository: TaskRepository, table: Table) -> None:
    task = make.task()
    with pytest.raises(NotFound):
        repository.save(task, *started(task))
    assert repository.get(task.id) is None
    assert history_of(table, task.id) == []


def test_an_update_of_a_deleted_task_is_refused(repository: TaskRepository, table: Table) -> None:
    task = created(repository, make.task())
    mark_deleted(table, task)
    with pytest.raises(NotFound):
        repository.save(task, *started(task))


def test_an_update_of_an_older_version_is_refused_with_the_current_one(repository: TaskRepository) -> None:
    task = created(repository, make.task(version=4))
    with pytest.raises(Stale) as refusal:
        repository.save(replace(task, version=3), *started(task))
    assert refusal.value.current_version == 4


def test_somebody_unassigned_meanwhile_is_refused_by_the_write_itself(repository: TaskRepository) -> None:
    task = created(repository, make.task())
    with pytest.raises(NotFound):
        repository.save(task, *started(task), as_assignee=make.user_id())


def test_a_change_keeps_the_count_of_comments_that_came_meanwhile(repository: TaskRepository, table: Table) -> None:
    task = created(repository, make.task())
    table.client.update_item(
        TableName=table.name,
        Key=to_attributes({"PK": f"TASK#{task.id}", "SK": "METADATA"}),
        UpdateExpression="ADD commentCount :one",
        ExpressionAttributeValues=to_attributes({":one": 1}),
    )
    repository.save(task, *started(task))
    saved = repository.get(task.id)
    assert saved is not None
    assert (saved.comment_count, saved.status) == (1, Status.IN_PROGRESS)


def test_a_full_task_is_one_transaction(repository: TaskRepository, table: Table) -> None:
    people = PeopleRepository(table.client, table.name)
    crew = [make.user() for _ in range(tasks.MAX_ASSIGNEES)]
    for user in crew:
        people.register(user)
    task = created(repository, make.task(assignee_ids=tuple(user.id for user in crew)))
    repository.save(task, *started(task))
    saved = repository.get(task.id)
    assert saved is not None
    assert len(saved.assignee_ids) == tasks.MAX_ASSIGNEES


@pytest.mark.dynamodb_local
def test_of_many_changes_at_once_one_wins_and_the_others_are_told(dynamodb_local_table: Table) -> None:
    repository = repository_on(dynamodb_local_table)
    task = created(repository, make.task())

    def change() -> bool:
        try:
            repository.save(task, *started(task))
        except Stale:
            return False
        return True

    with ThreadPoolExecutor(4) as threads:
        outcomes = [attempt.result() for attempt in [threads.submit(change) for _ in range(8)]]
    assert sorted(outcomes) == [False] * 7 + [True]
    saved = repository.get(task.id)
    assert saved is not None
    assert saved.version == 2
    assert len(history_of(dynamodb_local_table, task.id)) == 2
