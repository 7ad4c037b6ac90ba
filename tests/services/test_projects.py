"""Projects: who sees which, and what can be done with one."""

from collections import Counter
from datetime import UTC, timedelta

import pytest

from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.events import EventType
from app.domain.people import Role
from app.domain.projects import GENERAL_PROJECT_ID
from app.repositories.reminders import ReminderRepository
from app.services.reminders import ReminderService
from tests import factories as make
from tests.conftest import Table
from tests.history import history_of
from tests.services.conftest import Register, Services


def test_a_project_that_does_not_exist_is_not_found(services: Services) -> None:
    unknown = make.new_ulid()
    with pytest.raises(NotFound):
        services.projects.get(make.admin(), unknown)
    with pytest.raises(NotFound):
        services.projects.rename(unknown, "Gemini")
    with pytest.raises(NotFound):
        services.projects.archive(unknown)


def test_a_member_finds_no_project_without_a_task_of_theirs(services: Services, register: Register) -> None:
    admin, member = register(Role.ADMIN), register()
    apollo, gemini = services.projects.create("Apollo"), services.projects.create("Gemini")
    services.tasks.create(admin, make.draft(project_id=gemini.id, assignee_ids=(member.user_id,)))
    services.tasks.create(admin, make.draft(project_id=apollo.id))
    with pytest.raises(NotFound):
        services.projects.get(member, apollo.id)
    assert services.projects.get(member, gemini.id) == gemini


def test_a_project_is_lost_from_sight_with_the_last_task_in_it(services: Services, register: Register) -> None:
    admin, member = register(Role.ADMIN), register()
    apollo = services.projects.create("Apollo")
    task = services.tasks.create(admin, make.draft(project_id=apollo.id, assignee_ids=(member.user_id,)))
    services.tasks.delete(admin, task.id, seen_version=1)
    with pytest.raises(NotFound):
        services.projects.get(member, apollo.id)


def test_general_stays(services: Services) -> None:
    with pytest.raises(Conflict, match="cannot be archived"):
        services.projects.archive(GENERAL_PROJECT_ID)
    assert not services.projects.get(make.admin(), GENERAL_PROJECT_ID).archived


def test_a_created_project_reads_back_whole(services: Services) -> None:
    created = services.projects.create("Apollo")
    assert services.projects.get(make.admin(), created.id) == created
    assert (created.name, created.archived, created.version) == ("Apollo", False, 1)


def test_a_renamed_project_has_its_new_name_everywhere(services: Services) -> None:
    project = services.projects.create("Apollo")
    renamed = services.projects.rename(project.id, "Voyager")
    assert services.projects.get(make.admin(), project.id) == renamed
    names = [project.name for project in services.projects.directory(make.admin(), make.page()).items]
    assert names == ["General", "Voyager"]


def test_an_archived_project_keeps_its_tasks_and_takes_no_more(services: Services, register: Register) -> None:
    admin = register(Role.ADMIN)
    project = services.projects.create("Apollo")
    task = services.tasks.create(admin, make.draft(project_id=project.id))
    archived = services.projects.archive(project.id)
    assert services.projects.archive(project.id) == archived
    assert services.tasks.get(admin, task.id) == task
    with pytest.raises(Invalid, match="archived"):
        services.tasks.create(admin, make.draft(project_id=project.id))


def test_nobody_is_reminded_of_what_is_in_an_archived_project(
    services: Services, register: Register, table: Table
) -> None:
    admin, project = register(Role.ADMIN), services.projects.create("Apollo")
    due_date = make.NOW.date() + timedelta(days=1)
    tasks = [
        services.tasks.create(admin, make.draft(project_id=project_id, due_date=due_date))
        for project_id in (project.id, GENERAL_PROJECT_ID)
    ]
    services.projects.archive(project.id)
    counts: Counter[str] = Counter()
    reminders = ReminderRepository(table.client, table.name)
    ReminderService(services.tasks.tasks, reminders, UTC).remind(make.NOW, counts)
    assert counts == {EventType.TASK_DUE_SOON: 1}
    assert [len(history_of(table, task.id)) for task in tasks] == [1, 2]


def test_a_member_sees_the_projects_that_hold_a_task_of_theirs(services: Services, register: Register) -> None:
    admin, member = register(Role.ADMIN), register()
    for name in ("zeta", "Apollo", "Other"):
        services.projects.projects.create(make.project(name=name))
    by_name = {project.name: project.id for project in services.projects.directory(admin, make.page()).items}
    for name in ("zeta", "Apollo", "Apollo"):
        services.tasks.create(admin, make.draft(project_id=by_name[name], assignee_ids=(member.user_id,)))
    services.tasks.create(admin, make.draft(project_id=by_name["Other"]))
    assert [project.name for project in services.projects.directory(member, make.page()).items] == ["Apollo", "zeta"]


def test_a_member_without_tasks_sees_no_project(services: Services, register: Register) -> None:
    assert services.projects.directory(register(), make.page()).items == ()


def test_an_admin_sees_all_projects_by_name_a_page_at_a_time(services: Services, register: Register) -> None:
    admin = register(Role.ADMIN)
    services.projects.projects.create(make.project(name="apollo"))
    first = services.projects.directory(admin, make.page(1))
    second = services.projects.directory(admin, make.page(1, first.next_position))
    assert [project.name for project in (*first.items, *second.items)] == ["apollo", "General"]
