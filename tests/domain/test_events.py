"""Events: what they say, and that nobody hears of what they did themselves."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.domain import events
from app.domain.events import SYSTEM_ACTOR, Event, EventType, FieldChange, Occasion
from app.domain.people import Channel, Notification, Role
from app.domain.status import Status
from app.domain.tasks import Task
from tests import factories as make

OCCASION = Occasion("E1", "actor", make.NOW)


def test_nobody_is_told_what_they_did_themselves() -> None:
    task = make.task(assignee_ids=("actor", "a"), created_by="actor")
    event = events.status_changed(task, replace(task, status=Status.IN_PROGRESS), OCCASION)
    assert event.recipient_ids == ("a",)


def test_nobody_is_told_twice_of_one_event() -> None:
    task = make.task(assignee_ids=("a",), created_by="a")
    assert events.status_changed(task, task, OCCASION).recipient_ids == ("a",)


def test_a_created_task_is_history_and_told_to_nobody() -> None:
    task = make.task(assignee_ids=("a",))
    event = events.task_created(task, OCCASION)
    assert (event.type, event.recipient_ids, event.changes) == (EventType.TASK_CREATED, (), {})
    assert (event.id, event.task_id, event.project_id, event.title) == ("E1", task.id, task.project_id, task.title)
    assert (event.actor_id, event.occurred_at) == ("actor", make.NOW)


def test_an_assignment_is_told_to_those_added_alone() -> None:
    before = make.task(assignee_ids=("a",))
    event = events.task_assigned(before, make.task(assignee_ids=("a", "b", "c")), OCCASION)
    assert (event.type, event.recipient_ids) == (EventType.TASK_ASSIGNED, ("b", "c"))
    assert event.changes == {"assigneeIds": FieldChange(["a"], ["a", "b", "c"])}


def test_a_task_created_with_assignees_is_told_to_all_of_them() -> None:
    event = events.task_assigned(None, make.task(assignee_ids=("a", "actor")), OCCASION)
    assert event.recipient_ids == ("a",)
    assert event.changes == {"assigneeIds": FieldChange([], ["a", "actor"])}


def test_an_unassignment_is_told_to_those_removed_alone() -> None:
    event = events.task_unassigned(make.task(assignee_ids=("a", "b")), make.task(assignee_ids=("b",)), OCCASION)
    assert (event.type, event.recipient_ids) == (EventType.TASK_UNASSIGNED, ("a",))
    assert event.changes == {"assigneeIds": FieldChange(["a", "b"], ["b"])}


def test_a_change_of_status_is_told_to_assignees_and_creator_with_both_statuses() -> None:
    before = make.task(assignee_ids=("a", "b"), created_by="creator")
    event = events.status_changed(before, replace(before, status=Status.IN_PROGRESS), OCCASION)
    assert (event.type, event.recipient_ids) == (EventType.STATUS_CHANGED, ("a", "b", "creator"))
    assert event.changes == {"status": FieldChange("OPEN", "IN_PROGRESS")}


def test_a_move_within_a_column_is_told_to_nobody() -> None:
    before = make.task(assignee_ids=("a",))
    event = events.task_moved(before, replace(before, rank="a5"), OCCASION)
    assert (event.type, event.recipient_ids) == (EventType.TASK_UPDATED, ())
    assert event.changes == {"rank": FieldChange("a0", "a5")}


def test_a_move_to_another_column_is_a_change_of_status() -> None:
    before = make.task(assignee_ids=("a",))
    event = events.task_moved(before, replace(before, rank="a5", status=Status.IN_PROGRESS), OCCASION)
    assert event.type is EventType.STATUS_CHANGED


def test_an_edit_names_the_fields_that_differ_as_they_stand_on_the_wire() -> None:
    before = make.task(title="a", labels=("x",))
    after = replace(before, title="b", due_date=date(2026, 3, 9), labels=())
    event = events.task_updated(before, after, OCCASION)
    assert (event.type, event.recipient_ids) == (EventType.TASK_UPDATED, ())
    assert event.changes == {
        "title": FieldChange("a", "b"),
        "dueDate": FieldChange(None, "2026-03-09"),
        "labels": FieldChange(["x"], []),
    }


def test_what_is_done_to_many_tasks_at_once_says_so() -> None:
    event = events.task_created(make.task(), replace(OCCASION, bulk_id="B1"))
    assert event.bulk_id == "B1"


def test_deleting_and_restoring_are_told_to_nobody() -> None:
    task = make.task(assignee_ids=("a",))
    for event, event_type in (
        (events.task_deleted(task, task, OCCASION), EventType.TASK_DELETED),
        (events.task_restored(task, task, OCCASION), EventType.TASK_RESTORED),
    ):
        assert (event.type, event.recipient_ids) == (event_type, ())


def test_a_comment_is_told_to_assignees_and_creator_with_its_text() -> None:
    task = make.task(assignee_ids=("a", "actor"), created_by="creator")
    event = events.comment_added(task, make.comment(text="Done?"), OCCASION)
    assert (event.type, event.recipient_ids) == (EventType.COMMENT_ADDED, ("a", "creator"))
    assert event.changes == {"comment": FieldChange(None, "Done?")}


def test_a_changed_or_deleted_comment_is_history_alone() -> None:
    task, comment = make.task(assignee_ids=("a",)), make.comment(text="Done?")
    edited = events.comment_edited(task, comment, replace(comment, text="Done!"), OCCASION)
    deleted = events.comment_deleted(task, comment, OCCASION)
    assert (edited.type, deleted.type) == (EventType.COMMENT_EDITED, EventType.COMMENT_DELETED)
    assert (edited.recipient_ids, edited.changes) == ((), {"comment": FieldChange("Done?", "Done!")})
    assert (deleted.recipient_ids, deleted.changes) == ((), {"comment": FieldChange("Done?", None)})


@pytest.mark.parametrize(
    ("remind", "event_type"),
    [(events.task_due_soon, EventType.TASK_DUE_SOON), (events.task_overdue, EventType.TASK_OVERDUE)],
)
def test_a_reminder_is_told_to_assignees_and_creator_with_the_due_date(
    remind: Callable[..., Event], event_type: EventType
) -> None:
    task = make.task(assignee_ids=("a", "b"), created_by="creator", due_date=date(2026, 3, 3))
    event = remind(task, date(2026, 3, 3), Occasion("E1", SYSTEM_ACTOR, make.NOW, "B1"))
    assert (event.type, event.actor_id, event.recipient_ids) == (event_type, SYSTEM_ACTOR, ("a", "b", "creator"))
    assert event.changes == {"dueDate": FieldChange("2026-03-03", "2026-03-03")}
    assert event.bulk_id == "B1"


def test_what_is_history_alone_is_wanted_by_nobody() -> None:
    event = events.task_created(make.task(), OCCASION)

    assert not event.is_wanted_by(make.user(), Channel.INBOX)


@pytest.mark.parametrize("channel", Channel)
def test_an_event_is_wanted_by_the_channel_that_the_recipient_chose(channel: Channel) -> None:
    event = events.task_assigned(None, make.task(), OCCASION)
    recipient = make.user(notifications={Notification.ASSIGNED: frozenset({channel})})

    assert [event.is_wanted_by(recipient, each) for each in Channel] == [each is channel for each in Channel]


def test_an_event_knows_by_whom_and_in_which_request_it_was_made() -> None:
    principal = replace(make.admin(), request_id="R1")
    event = events.task_created(make.task(), Occasion.of(principal, "E1", make.NOW, "B1"))
    assert (event.id, event.actor_id, event.occurred_at) == ("E1", principal.user_id, make.NOW)
    assert (event.request_id, event.bulk_id) == ("R1", "B1")


TOLD_TO_THE_CREATOR: list[Callable[[Task], Event]] = [
    lambda task: events.status_changed(task, task, OCCASION),
    lambda task: events.comment_added(task, make.comment(), OCCASION),
    lambda task: events.task_due_soon(task, date(2026, 3, 3), OCCASION),
    lambda task: events.task_overdue(task, date(2026, 3, 3), OCCASION),
]


@pytest.mark.parametrize("told", TOLD_TO_THE_CREATOR)
def test_a_creator_who_is_no_admin_any_more_wants_nothing_of_a_task_that_is_not_theirs(
    told: Callable[[Task], Event],
) -> None:
    event = told(make.task(assignee_ids=("a",), created_by="ada"))
    assert event.creator_id == "ada"
    for role, wants in ((Role.MEMBER, False), (Role.ADMIN, True)):
        assert [event.is_wanted_by(make.user(id="ada", role=role), channel) for channel in Channel] == [wants, wants]
    assert event.is_wanted_by(make.user(id="a"), Channel.EMAIL)


@pytest.mark.parametrize("told", TOLD_TO_THE_CREATOR)
def test_a_creator_to_whom_the_task_is_assigned_is_told_whatever_their_role(told: Callable[[Task], Event]) -> None:
    event = told(make.task(assignee_ids=("a", "ada"), created_by="ada"))
    assert (event.recipient_ids, event.creator_id) == (("a", "ada"), None)
    assert event.is_wanted_by(make.user(id="ada", role=Role.MEMBER), Channel.EMAIL)


def test_a_creator_who_did_it_themselves_is_not_named_as_told() -> None:
    event = events.comment_added(make.task(created_by="actor"), make.comment(), OCCASION)
    assert (event.recipient_ids, event.creator_id) == ((), None)
