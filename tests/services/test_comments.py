"""Comments: who may write, change and delete one, and that the task's count is right."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

import pytest

from app.domain.comments import with_text
from app.domain.errors import Forbidden, NotFound, Stale
from app.domain.events import EventType
from app.domain.people import Principal, Role
from app.domain.tasks import Task
from app.repositories.tasks import TaskRepository
from tests import factories as make
from tests.conftest import Table
from tests.history import history_of
from tests.services.conftest import Register, Services


@pytest.fixture
def lead(register: Register) -> Principal:
    return register(Role.ADMIN)


@pytest.fixture
def mate(register: Register) -> Principal:
    return register()


@pytest.fixture
def task(services: Services, lead: Principal, mate: Principal) -> Task:
    return services.tasks.create(lead, make.draft(assignee_ids=(mate.user_id,)))


@dataclass
class InterruptedReads(TaskRepository):
    """Tasks that somebody changes right after they were read, once."""

    tasks: TaskRepository
    interrupt: Callable[[], object]
    is_over: bool = False

    def __post_init__(self) -> None:
        self._client, self._table_name = self.tasks._client, self.tasks._table_name

    def get(self, task_id: str) -> Task | None:
        task = self.tasks.get(task_id)
        if not self.is_over:
            self.is_over = True
            self.interrupt()
        return task


def unassign(services: Services, lead: Principal, mate: Principal, task: Task) -> None:
    services.tasks.unassign(lead, task.id, mate.user_id)


def counts(services: Services, task: Task, person: Principal) -> tuple[int, int]:
    """As the task says, and as the person's card says."""
    cards = services.task_lists.task_lists.of_person(person.user_id, make.page()).items
    return services.tasks.get(person, task.id).comment_count, cards[0].comment_count


def test_a_stranger_neither_reads_nor_writes(services: Services, register: Register, task: Task) -> None:
    stranger = register()
    with pytest.raises(NotFound):
        services.comments.page(stranger, task.id, make.page())
    with pytest.raises(NotFound):
        services.comments.add(stranger, task.id, "Hello")


def test_a_deleted_task_takes_no_comment(services: Services, lead: Principal, task: Task) -> None:
    services.tasks.delete(lead, task.id, seen_version=1)
    with pytest.raises(NotFound):
        services.comments.add(lead, task.id, "Hello")


def test_the_comment_of_another_stays_as_it_is(
    services: Services, lead: Principal, mate: Principal, task: Task
) -> None:
    comment = services.comments.add(mate, task.id, "Mine")
    with pytest.raises(Forbidden):
        services.comments.edit(lead, task.id, comment.id, "Yours")
    with pytest.raises(Forbidden):
        services.comments.delete(lead, task.id, comment.id)
    assert services.comments.page(lead, task.id, make.page()).items == (comment,)


def test_a_comment_that_is_not_there_is_not_found(services: Services, lead: Principal, task: Task) -> None:
    with pytest.raises(NotFound, match="no such comment"):
        services.comments.edit(lead, task.id, make.new_ulid(), "Hello")
    with pytest.raises(NotFound, match="no such comment"):
        services.comments.delete(lead, task.id, make.new_ulid())


def test_comments_are_counted_without_a_new_version(
    services: Services, lead: Principal, mate: Principal, task: Task
) -> None:
    services.comments.add(lead, task.id, "Hello")
    comment = services.comments.add(mate, task.id, "Hello yourself")
    assert counts(services, task, mate) == (2, 2)
    services.comments.delete(mate, task.id, comment.id)
    assert counts(services, task, mate) == (1, 1)
    assert services.tasks.get(lead, task.id).version == task.version


def test_an_edit_of_the_task_keeps_the_count(services: Services, lead: Principal, mate: Principal, task: Task) -> None:
    services.comments.add(lead, task.id, "Hello")
    services.tasks.edit(lead, task.id, {"title": "New"}, seen_version=1)
    assert counts(services, task, mate) == (1, 1)


def test_comments_come_oldest_first_a_page_at_a_time(services: Services, mate: Principal, task: Task) -> None:
    for text in "abc":
        services.comments.add(mate, task.id, text)
    first = services.comments.page(mate, task.id, make.page(2))
    second = services.comments.page(mate, task.id, make.page(2, first.next_position))
    assert [comment.text for comment in (*first.items, *second.items)] == ["a", "b", "c"]


def test_an_author_changes_and_deletes_their_own_and_the_history_says_so(
    services: Services, mate: Principal, lead: Principal, task: Task, table: Table
) -> None:
    comment = services.comments.add(mate, task.id, "a")
    edited = services.comments.edit(mate, task.id, comment.id, "b")
    assert services.comments.edit(mate, task.id, comment.id, "b") == edited
    services.comments.delete(mate, task.id, comment.id)
    assert services.comments.page(mate, task.id, make.page()).items == ()
    events = history_of(table, task.id)[2:]
    assert [event.type for event in events] == [
        EventType.COMMENT_ADDED,
        EventType.COMMENT_EDITED,
        EventType.COMMENT_DELETED,
    ]
    assert [event.recipient_ids for event in events] == [(lead.user_id,), (), ()]


def test_a_comment_is_written_although_somebody_is_unassigned_meanwhile(
    services: Services, lead: Principal, mate: Principal, task: Task
) -> None:
    tasks = services.tasks.tasks
    interrupted = replace(
        services.comments, tasks=InterruptedReads(tasks, lambda: unassign(services, lead, mate, task))
    )
    interrupted.add(lead, task.id, "Hello")
    assert services.tasks.get(lead, task.id).comment_count == 1


def test_a_comment_changed_by_two_at_once_is_changed_by_one(services: Services, mate: Principal, task: Task) -> None:
    comment = services.comments.add(mate, task.id, "a")
    services.comments.edit(mate, task.id, comment.id, "b")
    event = make.event(task_id=task.id)
    with pytest.raises(Stale):
        services.comments.comments.save(comment, with_text(comment, "c", make.NOW), event)


def test_somebody_assigned_while_a_comment_is_written_has_it_on_their_card(
    services: Services, register: Register, lead: Principal, mate: Principal, task: Task
) -> None:
    newcomer = register()
    assign = partial(services.tasks.assign, lead, task.id, [newcomer.user_id])
    interrupted = replace(services.comments, tasks=InterruptedReads(services.tasks.tasks, assign))
    comment = interrupted.add(mate, task.id, "Hello")
    assert [counts(services, task, person) for person in (mate, newcomer)] == [(1, 1), (1, 1)]
    services.comments.delete(mate, task.id, comment.id)
    assert [counts(services, task, person) for person in (mate, newcomer)] == [(0, 0), (0, 0)]


def test_a_comment_removed_while_somebody_is_assigned_is_on_nobodys_card(
    services: Services, register: Register, lead: Principal, mate: Principal, task: Task
) -> None:
    newcomer, comment = register(), services.comments.add(mate, task.id, "Hello")
    assign = partial(services.tasks.assign, lead, task.id, [newcomer.user_id])
    interrupted = replace(services.comments, tasks=InterruptedReads(services.tasks.tasks, assign))
    interrupted.delete(mate, task.id, comment.id)
    assert [counts(services, task, person) for person in (mate, newcomer)] == [(0, 0), (0, 0)]


def test_a_comment_written_while_somebody_is_assigned_is_on_their_card(
    services: Services, register: Register, lead: Principal, mate: Principal, task: Task
) -> None:
    newcomer = register()
    comment = partial(services.comments.add, mate, task.id, "Hello")
    interrupted = replace(services.tasks, tasks=InterruptedReads(services.tasks.tasks, comment))
    interrupted.assign(lead, task.id, [newcomer.user_id])
    assert [counts(services, task, person) for person in (mate, newcomer)] == [(1, 1), (1, 1)]


def test_somebody_unassigned_meanwhile_writes_no_comment(
    services: Services, lead: Principal, mate: Principal, task: Task
) -> None:
    unassigned = partial(unassign, services, lead, mate, task)
    interrupted = replace(services.comments, tasks=InterruptedReads(services.tasks.tasks, unassigned))
    with pytest.raises(NotFound):
        interrupted.add(mate, task.id, "Hello")
    assert services.comments.page(lead, task.id, make.page()).items == ()


def test_a_comment_and_its_event_are_of_one_moment(
    services: Services, mate: Principal, task: Task, table: Table
) -> None:
    moments = iter(make.NOW + timedelta(seconds=second) for second in range(9))
    ticking = replace(services.comments, clock=lambda: next(moments))
    comment = ticking.add(mate, task.id, "a")
    edited = ticking.edit(mate, task.id, comment.id, "b")
    at = {event.type: event.occurred_at for event in history_of(table, task.id)}
    assert (at[EventType.COMMENT_ADDED], at[EventType.COMMENT_EDITED]) == (comment.created_at, edited.edited_at)
