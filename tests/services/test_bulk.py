"""One change to many tasks."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from botocore.exceptions import ReadTimeoutError

from app.domain.errors import Conflict, Invalid, NotFound, Unfinished
from app.domain.events import Event
from app.domain.people import Principal, Role
from app.domain.status import Status
from app.domain.tasks import Priority, Task
from app.repositories.tasks import TaskRepository
from app.services.bulk import BulkChange, BulkService
from tests import factories as make
from tests.conftest import Table
from tests.history import history_of
from tests.services.conftest import Register, Services

pytestmark = pytest.mark.dynamodb_local


@pytest.fixture
def table(dynamodb_local_table: Table) -> Table:
    """The tasks are changed side by side, and moto is not made for threads."""
    return dynamodb_local_table


@pytest.fixture
def lead(register: Register) -> Principal:
    return register(Role.ADMIN)


@pytest.fixture
def tasks(services: Services, lead: Principal) -> Sequence[Task]:
    return [services.tasks.create(lead, make.draft(title=title)) for title in "abc"]


def test_a_task_that_is_refused_keeps_no_other_from_its_change(
    services: Services, lead: Principal, tasks: Sequence[Task]
) -> None:
    services.tasks.change_status(lead, tasks[1].id, Status.CLOSED)
    ids = [tasks[0].id, tasks[1].id, make.new_ulid(), tasks[2].id]
    _, results = BulkService(services.tasks).change(lead, ids, BulkChange(status=Status.CLOSED))
    assert [result.task_id for result in results] == ids
    assert [type(result.refusal) for result in results] == [type(None), type(None), NotFound, type(None)]
    _, results = BulkService(services.tasks).change(lead, ids[:1], BulkChange(status=Status.OPEN))
    assert [type(result.refusal) for result in results] == [Conflict]


class Failing(TaskRepository):
    """Of one task nothing can be written."""

    def __init__(self, table: Table, task_id: str, error: Exception) -> None:
        super().__init__(table.client, table.name)
        self.task_id, self.error = task_id, error

    def save(self, before: Task, after: Task, event: Event, **options: Any) -> None:
        if before.id == self.task_id:
            raise self.error
        super().save(before, after, event, **options)


@pytest.mark.parametrize("error", [ReadTimeoutError(endpoint_url="dynamodb"), Unfinished("The database is busy.")])
def test_a_fault_at_one_task_hides_nothing_of_the_others(
    error: Exception,
    services: Services,
    lead: Principal,
    tasks: Sequence[Task],
    table: Table,
    caplog: pytest.LogCaptureFixture,
) -> None:
    service = replace(services.tasks, tasks=Failing(table, tasks[1].id, error))
    change = BulkChange(status=Status.IN_PROGRESS)
    _, results = BulkService(service).change(lead, [task.id for task in tasks], change)
    assert [type(result.refusal) for result in results] == [type(None), Unfinished, type(None)]
    assert "as a new request" in str(results[1].refusal)
    statuses = [services.tasks.get(lead, task.id).status for task in tasks]
    assert statuses == [Status.IN_PROGRESS, Status.OPEN, Status.IN_PROGRESS]
    (logged,) = [record for record in caplog.records if record.name == "baton.bulk"]
    assert logged.exc_info
    assert logged.exc_info[1] is error
    assert vars(logged)["task_id"] == tasks[1].id


def test_somebody_unknown_is_assigned_to_none_of_them(
    services: Services, lead: Principal, tasks: Sequence[Task]
) -> None:
    change = BulkChange(added_ids=(make.user_id(),))
    _, results = BulkService(services.tasks).change(lead, [task.id for task in tasks], change)
    assert [type(result.refusal) for result in results] == [Invalid] * 3


def test_all_events_of_one_bulk_action_carry_its_id(
    services: Services, lead: Principal, tasks: Sequence[Task], table: Table
) -> None:
    change = BulkChange(edit={"priority": Priority.URGENT})
    bulk_id, _ = BulkService(services.tasks).change(lead, [task.id for task in tasks], change)
    events = [history_of(table, task.id) for task in tasks]
    assert [[event.bulk_id for event in part] for part in events] == [[None, bulk_id]] * 3


@pytest.mark.parametrize(
    ("change", "is_done"),
    [
        (BulkChange(status=Status.IN_PROGRESS), lambda task: task.status is Status.IN_PROGRESS),
        (BulkChange(edit={"labels": ("x",)}), lambda task: task.labels == ("x",)),
        (BulkChange(delete=True), lambda task: task.deleted_at is not None),
    ],
)
def test_each_kind_of_change_reaches_every_task(
    services: Services, lead: Principal, tasks: Sequence[Task], change: BulkChange, is_done: Callable[[Task], bool]
) -> None:
    BulkService(services.tasks).change(lead, [task.id for task in tasks], change)
    found = [services.tasks.tasks.get_deleted_or_not(task.id) for task in tasks]
    assert all(task and is_done(task) for task in found)


def test_people_are_added_and_taken_off_whoever_has_them(
    services: Services, lead: Principal, register: Register, tasks: Sequence[Task]
) -> None:
    mate, bulk = register(), BulkService(services.tasks)
    ids = [task.id for task in tasks]
    bulk.change(lead, ids[:2], BulkChange(added_ids=(mate.user_id,)))
    assert [services.tasks.get(lead, task_id).assignee_ids for task_id in ids] == [(mate.user_id,)] * 2 + [()]
    _, results = bulk.change(lead, ids, BulkChange(removed_ids=(mate.user_id,)))
    assert [result.refusal for result in results] == [None] * 3
    assert [services.tasks.get(lead, task_id).assignee_ids for task_id in ids] == [()] * 3
