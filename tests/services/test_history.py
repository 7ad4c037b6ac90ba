"""History: for whoever may see the task."""

import pytest

from app.domain.errors import NotFound
from app.domain.events import EventType
from app.domain.people import Role
from app.domain.projects import GENERAL_PROJECT_ID
from app.repositories.events import EventRepository
from app.services.history import HistoryService
from tests import factories as make
from tests.conftest import Table
from tests.services.conftest import Register, Services


@pytest.fixture
def history(services: Services, table: Table) -> HistoryService:
    events = EventRepository(table.client, table.name)
    return HistoryService(services.tasks.tasks, services.projects.projects, events)


def test_a_stranger_learns_nothing_of_a_task(services: Services, register: Register, history: HistoryService) -> None:
    task = services.tasks.create(register(Role.ADMIN), make.draft())
    with pytest.raises(NotFound):
        history.of_task(register(), task.id, make.page())


def test_a_project_that_is_not_there_has_no_history(history: HistoryService) -> None:
    with pytest.raises(NotFound):
        history.of_project(make.new_ulid(), make.page())


def test_what_was_deleted_and_restored_keeps_its_history(
    services: Services, register: Register, history: HistoryService
) -> None:
    admin = register(Role.ADMIN)
    task = services.tasks.create(admin, make.draft())
    services.tasks.delete(admin, task.id, seen_version=1)
    services.tasks.restore(admin, task.id)
    events = history.of_task(admin, task.id, make.page()).items
    expected = [EventType.TASK_RESTORED, EventType.TASK_DELETED, EventType.TASK_CREATED]
    assert [event.type for event in events] == expected
    assert [event.type for event in history.of_project(GENERAL_PROJECT_ID, make.page()).items] == expected
