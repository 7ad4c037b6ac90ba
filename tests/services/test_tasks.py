"""Tasks: what can be done with one, by whom, and what is written when it is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.errors import Conflict, Invalid, NotFound, Stale
from app.domain.events import EventType
from app.domain.people import AccountStatus, Role
from app.domain.projects import GENERAL_PROJECT_ID
from app.domain.status import Status
from app.domain.tasks import Task
from app.repositories.tasks import TaskRepository
from tests import factories as make
from tests.conftest import Table
from tests.history import history_of
from tests.services.conftest import Register, Services
from tests.services.interrupted import InterruptedTasks


def test_a_task_cannot_be_created_in_a_project_that_does_not_exist(services: Services) -> None:
    with pytest.raises(Invalid, match="no such project"):
        services.tasks.create(make.admin(), make.draft(project_id=make.new_ulid()))


def test_a_task_cannot_be_created_in_an_archived_project(services: Services) -> None:
    archived = make.project(archived=True)
    services.projects.projects.create(archived)
    with pytest.raises(Invalid, match="archived"):
        services.tasks.create(make.admin(), make.draft(project_id=archived.id))


def test_nobody_unknown_or_deactivated_can_be_assigned_and_nothing_is_left_behind(
    services: Services, register: Register
) -> None:
    gone = register(status=AccountStatus.DEACTIVATED)
    admin = register(Role.ADMIN)
    for user_id in (make.user_id(), gone.user_id):
        with pytest.raises(Invalid, match="no active person"):
            services.tasks.create(admin, make.draft(assignee_ids=(user_id,)))
    assert services.task_lists.task_lists.of_project(GENERAL_PROJECT_ID, make.page()).items == ()


def test_a_created_task_reads_back_whole(services: Services, register: Register) -> None:
    member, admin = register(), register(Role.ADMIN)
    created = services.tasks.create(admin, make.full_draft(assignee_ids=(member.user_id,)))
    assert services.tasks.get(member, created.id) == created


def test_creating_with_assignees_leaves_two_events_in_order(
    services: Services, register: Register, table: Table
) -> None:
    member, admin = register(), register(Role.ADMIN)
    created = services.tasks.create(admin, make.draft(assignee_ids=(member.user_id,)))
    events = history_of(table, created.id)
    assert [event.type for event in events] == [EventType.TASK_CREATED, EventType.TASK_ASSIGNED]
    assert [event.recipient_ids for event in events] == [(), (member.user_id,)]


def test_a_member_who_is_not_assigned_finds_no_task(services: Services, register: Register) -> None:
    task = services.tasks.create(register(Role.ADMIN), make.draft())
    stranger = register()
    with pytest.raises(NotFound):
        services.tasks.get(stranger, task.id)
    with pytest.raises(NotFound):
        services.tasks.change_status(stranger, task.id, Status.IN_PROGRESS)


def test_a_refused_status_writes_nothing(services: Services, register: Register, table: Table) -> None:
    admin = register(Role.ADMIN)
    task = services.tasks.create(admin, make.draft())
    with pytest.raises(Conflict, match="You can move it to IN_PROGRESS or CLOSED"):
        services.tasks.change_status(admin, task.id, Status.COMPLETED)
    assert services.tasks.get(admin, task.id) == task
    assert len(history_of(table, task.id)) == 1


def test_a_change_based_on_an_old_version_is_refused_with_the_current_one(
    services: Services, register: Register
) -> None:
    admin = register(Role.ADMIN)
    task = services.tasks.create(admin, make.draft())
    services.tasks.change_status(admin, task.id, Status.IN_PROGRESS)
    with pytest.raises(Stale) as refusal:
        services.tasks.change_status(admin, task.id, Status.OPEN, seen_version=task.version)
    assert refusal.value.current_version == 2


def test_an_assignee_moves_their_task_along(services: Services, register: Register, table: Table) -> None:
    member, admin = register(), register(Role.ADMIN)
    task = services.tasks.create(admin, make.draft(assignee_ids=(member.user_id,)))
    changed = services.tasks.change_status(member, task.id, Status.IN_PROGRESS)
    assert services.tasks.get(admin, task.id) == changed
    event = history_of(table, task.id)[-1]
    assert (event.type, event.actor_id) == (EventType.STATUS_CHANGED, member.user_id)
    assert event.recipient_ids == (admin.user_id,)


def test_the_same_status_again_is_answered_without_an_event(
    services: Services, register: Register, table: Table
) -> None:
    admin = register(Role.ADMIN)
    task = services.tasks.create(admin, make.draft())
    assert services.tasks.change_status(admin, task.id, Status.OPEN) == task
    assert len(history_of(table, task.id)) == 1


def test_someone_unassigned_sees_the_task_no_more(services: Services, register: Register, table: Table) -> None:
    member, admin = register(), register(Role.ADMIN)
    task = services.tasks.create(admin, make.draft(assignee_ids=(member.user_id,)))
    services.tasks.unassign(admin, task.id, member.user_id)
    with pytest.raises(NotFound):
        services.tasks.get(member, task.id)
    assert services.task_lists.task_lists.of_person(member.user_id, make.page()).items == ()
    assert history_of(table, task.id)[-1].recipient_ids == (member.user_id,)


def test_assigning_somebody_gives_them_the_task_in_their_list(services: Services, register: Register) -> None:
    first, second, admin = register(), register(), register(Role.ADMIN)
    task = services.tasks.create(admin, make.draft(assignee_ids=(first.user_id,)))
    changed = services.tasks.assign(admin, task.id, [second.user_id, first.user_id])
    assert changed.assignee_ids == (first.user_id, second.user_id)
    for person in (first, second):
        cards = services.task_lists.task_lists.of_person(person.user_id, make.page()).items
        assert [(card.id, card.assignee_ids, card.version) for card in cards] == [(task.id, changed.assignee_ids, 2)]


def test_assigning_somebody_twice_is_assigning_once(services: Services, register: Register, table: Table) -> None:
    member, admin = register(), register(Role.ADMIN)
    task = services.tasks.create(admin, make.draft(assignee_ids=(member.user_id,)))
    assert services.tasks.assign(admin, task.id, [member.user_id]) == task
    assert len(history_of(table, task.id)) == 2


def test_a_change_that_comes_between_is_read_again_and_decided_on(services: Services, register: Register) -> None:
    first, second, admin = register(), register(), register(Role.ADMIN)
    task = services.tasks.create(admin, make.draft())
    interrupted = InterruptedTasks(
        services.tasks.tasks, interrupt=lambda: services.tasks.assign(admin, task.id, [second.user_id])
    )
    changed = interrupted.assign(admin, task.id, [first.user_id])
    assert set(changed.assignee_ids) == {first.user_id, second.user_id}
    assert changed.version == 3


def test_a_named_version_is_never_decided_on_anew(services: Services, register: Register) -> None:
    admin = register(Role.ADMIN)
    task = services.tasks.create(admin, make.draft())
    interrupted = InterruptedTasks(
        services.tasks.tasks, interrupt=lambda: services.tasks.change_status(admin, task.id, Status.CLOSED)
    )
    with pytest.raises(Stale):
        interrupted.change_status(admin, task.id, Status.IN_PROGRESS, seen_version=task.version)


def test_a_change_that_always_comes_between_ends_in_a_refusal(services: Services, register: Register) -> None:
    admin = register(Role.ADMIN)
    task = services.tasks.create(admin, make.draft())
    statuses = iter([Status.IN_PROGRESS, Status.OPEN] * 3)
    interrupted = InterruptedTasks(
        services.tasks.tasks, interrupt=lambda: services.tasks.change_status(admin, task.id, next(statuses)), times=3
    )
    with pytest.raises(Stale):
        interrupted.assign(admin, task.id, [register().user_id])


class RestoredMeanwhile(TaskRepository):
    """Somebody else restores a task right after it is read, once."""

    def __init__(self, table: Table, restore: Callable[[], object]) -> None:
        super().__init__(table.client, table.name)
        self.restore: Callable[[], object] | None = restore

    def get_deleted_or_not(self, task_id: str) -> Task | None:
        found, restore = super().get_deleted_or_not(task_id), self.restore
        self.restore = None
        if restore:
            restore()
        return found


def test_of_two_who_restore_a_task_at_once_both_get_it_and_it_is_restored_once(
    services: Services, register: Register, table: Table
) -> None:
    admin = register(Role.ADMIN)
    task = services.tasks.create(admin, make.draft())
    services.tasks.delete(admin, task.id)
    meanwhile = RestoredMeanwhile(table, lambda: services.tasks.restore(admin, task.id))
    restored = replace(services.tasks, tasks=meanwhile).restore(admin, task.id)
    assert restored == services.tasks.get(admin, task.id)
    assert [event.type for event in history_of(table, task.id)].count(EventType.TASK_RESTORED) == 1


def test_a_change_and_its_event_are_of_one_moment(services: Services, register: Register, table: Table) -> None:
    admin = register(Role.ADMIN)
    moments = iter(make.NOW + timedelta(seconds=second) for second in range(9))
    ticking = replace(services.tasks, clock=lambda: next(moments))
    task = ticking.create(admin, make.draft())
    changed = ticking.change_status(admin, task.id, Status.IN_PROGRESS)
    assert [event.occurred_at for event in history_of(table, task.id)] == [task.created_at, changed.updated_at]
