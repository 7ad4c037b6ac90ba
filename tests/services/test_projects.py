"""Projects: who sees which."""

from app.domain.people import Role
from tests import factories as make
from tests.services.conftest import Register, Services


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
