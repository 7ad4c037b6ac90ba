"""Two people change one task at once: whoever wins, nothing half done is left. On DynamoDB Local, with real threads."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest

from app.domain.errors import DomainError
from app.domain.people import Principal, Role
from app.domain.projects import GENERAL_PROJECT_ID, general_project
from app.domain.status import Status
from app.domain.tasks import Task
from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.people import PeopleRepository
from app.repositories.projects import ProjectRepository
from app.repositories.table import Item
from app.repositories.task_lists import TaskListRepository
from app.repositories.tasks import TaskRepository
from app.services.tasks import TaskService
from tests import factories as make
from tests.conftest import Table

pytestmark = pytest.mark.dynamodb_local

UPDATES_AGAINST_DELETES = 300
ASSIGNMENTS_AGAINST_DELETES = 200

type Act = Callable[[], Task]


@pytest.fixture
def service(dynamodb_local_table: Table) -> TaskService:
    table = dynamodb_local_table
    ProjectRepository(table.client, table.name).create(general_project(make.NOW))
    return TaskService(TaskRepository(table.client, table.name))


@pytest.fixture
def people(dynamodb_local_table: Table) -> list[Principal]:
    """A lead and a mate."""
    users = [make.user(role=role) for role in (Role.ADMIN, Role.MEMBER)]
    for user in users:
        PeopleRepository(dynamodb_local_table.client, dynamodb_local_table.name).register(user)
    return [Principal(user.id, user.role) for user in users]


def race(threads: ThreadPoolExecutor, *acts: Act) -> list[Task | DomainError]:
    """All at once; what each came to."""
    start = Barrier(len(acts))

    def run(act: Act) -> Task | DomainError:
        start.wait()
        try:
            return act()
        except DomainError as refusal:
            return refusal

    return [attempt.result() for attempt in [threads.submit(run, act) for act in acts]]


def items_of(table: Table, task_id: str) -> dict[str, Item]:
    """All that is stored of a task, by sort key."""
    answer = table.client.query(
        TableName=table.name,
        KeyConditionExpression="PK = :task",
        ExpressionAttributeValues=to_attributes({":task": f"TASK#{task_id}"}),
        ConsistentRead=True,
    )
    items = [from_attributes(item) for item in answer["Items"]]
    return {item["SK"]: item for item in items}


def test_an_update_that_races_a_delete_leaves_no_ghost(
    service: TaskService, people: list[Principal], dynamodb_local_table: Table
) -> None:
    lead, mate = people
    with ThreadPoolExecutor(2) as threads:
        for _ in range(UPDATES_AGAINST_DELETES):
            task = service.create(lead, make.draft(assignee_ids=(mate.user_id,)))
            updated, deleted = race(
                threads,
                partial(service.change_status, mate, task.id, Status.IN_PROGRESS),
                partial(service.delete, lead, task.id),
            )
            assert isinstance(deleted, Task)
            found = service.tasks.get_deleted_or_not(task.id)
            assert found == deleted
            assert found.version == (3 if isinstance(updated, Task) else 2)
            events = [key for key in items_of(dynamodb_local_table, task.id) if key.startswith("EVENT#")]
            assert len(events) == found.version + 1
    lists = TaskListRepository(dynamodb_local_table.client, dynamodb_local_table.name)
    assert lists.of_project(GENERAL_PROJECT_ID, make.page()).items == ()
    assert list(lists.all_of_person(mate.user_id)) == []


def test_an_assignment_that_races_a_delete_leaves_no_orphan(
    service: TaskService, people: list[Principal], dynamodb_local_table: Table
) -> None:
    lead, mate = people
    with ThreadPoolExecutor(2) as threads:
        for _ in range(ASSIGNMENTS_AGAINST_DELETES):
            task = service.create(lead, make.draft())
            race(
                threads,
                partial(service.assign, lead, task.id, [mate.user_id]),
                partial(service.delete, lead, task.id),
            )
            found, items = service.tasks.get_deleted_or_not(task.id), items_of(dynamodb_local_table, task.id)
            assert found is not None
            assert found.deleted_at is not None
            assigned = [key.removeprefix("ASSIGN#") for key in items if key.startswith("ASSIGN#")]
            assert assigned == list(found.assignee_ids)
            assert not any("GSI2PK" in items[f"ASSIGN#{user_id}"] for user_id in assigned)
    lists = TaskListRepository(dynamodb_local_table.client, dynamodb_local_table.name)
    assert list(lists.all_of_person(mate.user_id)) == []
