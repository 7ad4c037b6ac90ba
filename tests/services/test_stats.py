"""Counts for the overview."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from app.domain.people import Role
from app.domain.projects import GENERAL_PROJECT_ID
from app.domain.status import Status
from app.services.stats import StatsService
from tests import factories as make
from tests.services.conftest import Register, Services


@pytest.fixture
def stats(services: Services) -> StatsService:
    lists = services.task_lists.task_lists
    return StatsService(services.projects.projects, lists, ZoneInfo("UTC"), clock=lambda: make.NOW)


def test_an_admin_gets_the_counts_of_every_project_that_is_not_archived(
    services: Services, register: Register, stats: StatsService
) -> None:
    admin = register(Role.ADMIN)
    services.projects.projects.create(make.project(archived=True))
    for due_date in (date(2026, 3, 1), date(2026, 3, 2), None):
        services.tasks.create(admin, make.draft(due_date=due_date))
    closed = services.tasks.create(admin, make.draft(due_date=date(2026, 3, 1)))
    services.tasks.change_status(admin, closed.id, Status.CLOSED)
    [row] = stats.of(admin)
    assert (row.project_id, row.overdue) == (GENERAL_PROJECT_ID, 1)
    assert row.by_status == {status: {"OPEN": 3, "CLOSED": 1}.get(status, 0) for status in Status}


def test_a_member_gets_the_counts_of_their_own_tasks(
    services: Services, register: Register, stats: StatsService
) -> None:
    admin, me = register(Role.ADMIN), register()
    assert stats.of(me) == []
    for assignees in ((me.user_id,), ()):
        services.tasks.create(admin, make.draft(due_date=date(2026, 3, 1), assignee_ids=assignees))
    [row] = stats.of(me)
    assert (row.by_status[Status.OPEN], row.overdue) == (1, 1)


def test_an_archived_project_is_in_no_members_overview_either(
    services: Services, register: Register, stats: StatsService
) -> None:
    admin, me = register(Role.ADMIN), register()
    archived = services.projects.create("Apollo")
    for project_id in (GENERAL_PROJECT_ID, archived.id):
        services.tasks.create(admin, make.draft(project_id=project_id, assignee_ids=(me.user_id,)))
    services.projects.archive(archived.id)
    assert [row.project_id for row in stats.of(me)] == [GENERAL_PROJECT_ID]


def test_a_day_ends_when_it_ends_for_the_team(services: Services, register: Register, stats: StatsService) -> None:
    admin = register(Role.ADMIN)
    services.tasks.create(admin, make.draft(due_date=date(2026, 3, 2)))
    moment = datetime(2026, 3, 2, 20, tzinfo=UTC)
    for zone, overdue in (("Pacific/Honolulu", 0), ("UTC", 0), ("Pacific/Kiritimati", 1)):
        there = replace(stats, time_zone=ZoneInfo(zone), clock=lambda: moment)
        assert [row.overdue for row in there.of(admin)] == [overdue]
