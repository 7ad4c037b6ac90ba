"""Lists of tasks: who gets which, in which order, and that paging loses and repeats nothing."""

from datetime import date

import pytest

from app.domain.errors import Invalid, NotFound
from app.domain.people import Principal, Role
from app.domain.projects import GENERAL_PROJECT_ID
from app.domain.status import Status
from app.services.task_lists import TaskQuery
from tests import factories as make
from tests.services.conftest import Register, Services


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


def test_an_admin_is_asked_for_a_project_or_an_assignee(services: Services) -> None:
    with pytest.raises(Invalid, match="Name a project"):
        services.task_lists.page(make.admin(), TaskQuery(), make.page())


def test_a_member_cannot_list_the_tasks_of_others(services: Services) -> None:
    with pytest.raises(NotFound, match="your own tasks"):
        services.task_lists.page(make.member(), TaskQuery(assignee_id=make.user_id()), make.page())


def test_a_members_project_list_holds_their_own_tasks_alone(services: Services, register: Register) -> None:
    admin, member = register(Role.ADMIN), register()
    services.tasks.create(admin, make.draft(title="theirs"))
    services.tasks.create(admin, make.draft(title="mine", assignee_ids=(member.user_id,)))
    query = TaskQuery(project_id=GENERAL_PROJECT_ID)
    assert all_titles(services, member, query) == ["mine"]
    assert all_titles(services, member, TaskQuery(project_id=make.new_ulid())) == []


@pytest.mark.parametrize("limit", [1, 2, 50])
def test_a_projects_tasks_come_newest_first(services: Services, register: Register, limit: int) -> None:
    admin = register(Role.ADMIN)
    for title in "abcde":
        services.tasks.create(admin, make.draft(title=title))
    assert all_titles(services, admin, TaskQuery(project_id=GENERAL_PROJECT_ID), limit) == list("edcba")


@pytest.mark.parametrize("limit", [1, 2, 50])
def test_a_column_comes_in_board_order(services: Services, register: Register, limit: int) -> None:
    admin = register(Role.ADMIN)
    tasks = [services.tasks.create(admin, make.draft(title=title)) for title in "abcde"]
    services.tasks.change_status(admin, tasks[1].id, Status.IN_PROGRESS)
    query = TaskQuery(project_id=GENERAL_PROJECT_ID, status=Status.OPEN)
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
    query = TaskQuery(project_id=GENERAL_PROJECT_ID, status=Status.IN_PROGRESS)
    assert all_titles(services, me, query, limit=1) == ["c"]


def test_a_task_that_appears_between_two_pages_moves_no_other(services: Services, register: Register) -> None:
    admin = register(Role.ADMIN)
    for title in "abc":
        services.tasks.create(admin, make.draft(title=title))
    query = TaskQuery(project_id=GENERAL_PROJECT_ID)
    first = services.task_lists.page(admin, query, make.page(2))
    services.tasks.create(admin, make.draft(title="new"))
    second = services.task_lists.page(admin, query, make.page(2, first.next_position))
    assert [card.title for card in (*first.items, *second.items)] == list("cba")
