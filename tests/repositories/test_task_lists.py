"""Lists of tasks: each page is one Query, and none of them a Scan."""

from typing import Any

from app.domain import events
from app.domain.events import Occasion
from app.domain.projects import GENERAL_PROJECT_ID, general_project
from app.domain.status import Status
from app.repositories.people import PeopleRepository
from app.repositories.projects import ProjectRepository
from app.repositories.task_lists import TaskListRepository
from app.repositories.tasks import TaskRepository
from tests import factories as make
from tests.conftest import Table


def calls_of(table: Table) -> list[str]:
    """The names of the requests made from now on."""
    calls: list[str] = []

    def record(model: Any, **_: Any) -> None:
        calls.append(model.name)

    table.client.meta.events.register("before-call.dynamodb.*", record)
    return calls


def test_each_list_is_one_query_and_a_card_has_no_description(table: Table) -> None:
    user = make.user()
    PeopleRepository(table.client, table.name).register(user)
    ProjectRepository(table.client, table.name).create(general_project(make.NOW))
    task = make.task(assignee_ids=(user.id,), description="x" * 1000)
    created = events.task_created(task, Occasion(make.new_ulid(), user.id, make.NOW))
    TaskRepository(table.client, table.name).create(task, [created])
    lists = TaskListRepository(table.client, table.name)

    calls = calls_of(table)
    pages = [
        lists.of_project(GENERAL_PROJECT_ID, make.page()),
        lists.of_column(GENERAL_PROJECT_ID, Status.OPEN, make.page()),
        lists.of_person(user.id, make.page()),
    ]
    assert calls == ["Query"] * 3
    assert [[card.id for card in page.items] for page in pages] == [[task.id]] * 3
    assert not any(hasattr(card, "description") for page in pages for card in page.items)


def test_all_of_a_person_goes_through_every_page(table: Table) -> None:
    lists = TaskListRepository(table.client, table.name)
    assert list(lists.all_of_person(make.user_id())) == []
