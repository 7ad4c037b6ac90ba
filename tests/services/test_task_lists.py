"""Lists of tasks: who gets which, in which order, and that paging loses and repeats nothing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.errors import Invalid, NotFound
from app.domain.people import Principal, Role
from app.domain.projects import GENERAL_PROJECT_ID
from app.domain.status import Status
from app.domain.task_filter import TaskFilter
from app.domain.tasks import Priority
from app.services.task_lists import Sort, TaskQuery
from tests import factories as make
from tests.services.conftest import Register, Services


def query_of(*, sort: Sort | None = None, assignee_id: str | None = None, **wanted: Any) -> TaskQuery:
    return TaskQuery(TaskFilter(**wanted), assignee_id, sort)


def all_titles(services: Services, principal: Principal, query: TaskQuery, limit: int = 50) -> list[str]:
    """Through all pages, each of at most `limit`."""
    titles: list[str] = []
    position = None
    while True:
        page = services.task_lists.page(principal, query, make.page(limit, position))
        assert len(page.items) <= limit
        titles += [card.title for card in page.items]
        position = page.next_position
        if position is None:
            return titles


def test_a_member_cannot_list_the_tasks_of_others(services: Services) -> None:
    with pytest.raises(NotFound, match="your own tasks"):
        services.task_lists.page(make.member(), TaskQuery(assignee_id=make.user_id()), make.page())


def test_a_members_project_list_holds_their_own_tasks_alone(services: Services, register: Register) -> None:
    admin, member = register(Role.ADMIN), register()
    services.tasks.create(admin, make.draft(title="theirs"))
    services.tasks.create(admin, make.draft(title="mine", assignee_ids=(member.user_id,)))
    query = query_of(project_id=GENERAL_PROJECT_ID)
    assert all_titles(services, member, query) == ["mine"]
    assert all_titles(services, member, query_of(project_id=make.new_ulid())) == []


@pytest.mark.parametrize("limit", [1, 2, 50])
def test_a_projects_tasks_come_newest_first(services: Services, register: Register, limit: int) -> None:
    admin = register(Role.ADMIN)
    for title in "abcde":
        services.tasks.create(admin, make.draft(title=title))
    assert all_titles(services, admin, query_of(project_id=GENERAL_PROJECT_ID), limit) == list("edcba")


@pytest.mark.parametrize("limit", [1, 2, 50])
def test_a_column_comes_in_board_order(services: Services, register: Register, limit: int) -> None:
    admin = register(Role.ADMIN)
    tasks = [services.tasks.create(admin, make.draft(title=title)) for title in "abcde"]
    services.tasks.change_status(admin, tasks[1].id, Status.IN_PROGRESS)
    query = query_of(project_id=GENERAL_PROJECT_ID, statuses=(Status.OPEN,))
    assert all_titles(services, admin, query, limit) == list("acde")


@pytest.mark.parametrize("limit", [1, 2, 50])
def test_my_tasks_come_by_due_date_then_undated_then_done(services: Services, register: Register, limit: int) -> None:
    admin, me = register(Role.ADMIN), register()
    due = {"late": date(2026, 3, 1), "soon": date(2026, 3, 9), "someday": None, "done": None, "dropped": None}
    tasks = {
        title: services.tasks.create(admin, make.draft(title=title, due_date=day, assignee_ids=(me.user_id,)))
        for title, day in reversed(due.items())
    }
    for status in (Status.IN_PROGRESS, Status.UNDER_REVIEW, Status.COMPLETED):
        services.tasks.change_status(me, tasks["done"].id, status)
    services.tasks.change_status(admin, tasks["dropped"].id, Status.CLOSED)
    expected = ["late", "soon", "someday", "dropped", "done"]
    assert all_titles(services, me, TaskQuery(), limit) == expected
    assert all_titles(services, admin, TaskQuery(assignee_id=me.user_id), limit) == expected


def test_my_tasks_narrow_by_status_and_project(services: Services, register: Register) -> None:
    admin, me = register(Role.ADMIN), register()
    tasks = [services.tasks.create(admin, make.draft(title=title, assignee_ids=(me.user_id,))) for title in "abc"]
    services.tasks.change_status(me, tasks[2].id, Status.IN_PROGRESS)
    query = query_of(project_id=GENERAL_PROJECT_ID, statuses=(Status.IN_PROGRESS,))
    assert all_titles(services, me, query, limit=1) == ["c"]


def test_a_task_that_appears_between_two_pages_moves_no_other(services: Services, register: Register) -> None:
    admin = register(Role.ADMIN)
    for title in "abc":
        services.tasks.create(admin, make.draft(title=title))
    query = query_of(project_id=GENERAL_PROJECT_ID)
    first = services.task_lists.page(admin, query, make.page(2))
    services.tasks.create(admin, make.draft(title="new"))
    second = services.task_lists.page(admin, query, make.page(2, first.next_position))
    assert [card.title for card in (*first.items, *second.items)] == list("cba")


@pytest.mark.parametrize(
    ("query", "order"),
    [
        (query_of(sort=Sort.RANK), "one column"),
        (query_of(sort=Sort.RANK, project_id=GENERAL_PROJECT_ID), "one column"),
        (query_of(sort=Sort.DUE, project_id=GENERAL_PROJECT_ID), "'created' only"),
        (query_of(sort=Sort.CREATED, assignee_id=make.user_id()), "'due' only"),
    ],
)
def test_an_order_that_no_index_holds_is_refused(services: Services, query: TaskQuery, order: str) -> None:
    with pytest.raises(Invalid, match=order):
        services.task_lists.page(make.admin(), query, make.page())


@pytest.mark.parametrize("limit", [1, 2, 3, 50])
def test_all_projects_come_newest_first_without_the_archived(
    services: Services, register: Register, limit: int
) -> None:
    admin = register(Role.ADMIN)
    apollo, old = make.project(name="Apollo"), make.project(name="Old", archived=True)
    services.projects.projects.create(apollo)
    for title, project_id in (("a", GENERAL_PROJECT_ID), ("b", apollo.id), ("c", apollo.id), ("d", GENERAL_PROJECT_ID)):
        services.tasks.create(admin, make.draft(title=title, project_id=project_id))
    services.projects.projects.create(old)
    assert all_titles(services, admin, TaskQuery(), limit) == list("dcba")


@pytest.mark.parametrize("limit", [1, 2, 50])
def test_filters_join_kinds_by_and_and_values_by_or(services: Services, register: Register, limit: int) -> None:
    admin, me = register(Role.ADMIN), register()
    for title, priority, labels in (
        ("a", Priority.LOW, ("red",)),
        ("b", Priority.HIGH, ("red", "blue")),
        ("c", Priority.URGENT, ("green",)),
        ("d", Priority.HIGH, ()),
        ("e", Priority.URGENT, ("red",)),
    ):
        draft = make.draft(title=title, priority=priority, labels=labels, assignee_ids=(me.user_id,))
        services.tasks.create(admin, draft)
    wanted: dict[str, Any] = {"priorities": (Priority.HIGH, Priority.URGENT), "labels": ("red", "green")}
    assert all_titles(services, admin, query_of(**wanted), limit) == ["e", "c", "b"]
    column = query_of(project_id=GENERAL_PROJECT_ID, statuses=(Status.OPEN,), **wanted)
    assert all_titles(services, admin, column, limit) == ["b", "c", "e"]
    assert all_titles(services, me, query_of(**wanted), limit) == ["b", "c", "e"]


@pytest.mark.parametrize("limit", [1, 50])
def test_a_text_is_found_in_title_and_description_in_any_case(
    services: Services, register: Register, limit: int
) -> None:
    admin, me = register(Role.ADMIN), register()
    for title, description in (("The Engine", ""), ("Wheels", "next to the ENGINE"), ("Windows", "glass")):
        services.tasks.create(admin, make.draft(title=title, description=description, assignee_ids=(me.user_id,)))
    for person in (admin, me):
        assert set(all_titles(services, person, query_of(text="engine"), limit)) == {"The Engine", "Wheels"}


def test_a_search_reads_no_more_than_its_budget_and_goes_on_from_there(services: Services, register: Register) -> None:
    services = replace(services, task_lists=replace(services.task_lists, read_budget=2))
    admin = register(Role.ADMIN)
    for title in ("needle", "hay", "hay", "hay", "hay"):
        services.tasks.create(admin, make.draft(title=title))
    query = query_of(project_id=GENERAL_PROJECT_ID, text="needle")
    first = services.task_lists.page(admin, query, make.page())
    assert (first.items, first.next_position is None) == ((), False)
    assert all_titles(services, admin, query) == ["needle"]
