"""Inbox entries: the event as one of those sees it who were told."""

from dataclasses import fields, replace

from app.domain.inbox import KEPT_IN_INBOX, MOST_UNREAD_COUNTED, InboxEntry
from tests import factories as make


def test_an_entry_does_not_say_who_else_was_told() -> None:
    assert {field.name for field in fields(InboxEntry)}.isdisjoint({"recipient_ids", "bulk_id", "request_id"})


def test_an_entry_is_the_event_and_unread_at_first() -> None:
    event = make.status_change("OPEN", "IN_PROGRESS")
    assert InboxEntry.of(event) == InboxEntry(
        id=event.id,
        type=event.type,
        task_id=event.task_id,
        project_id=event.project_id,
        title=event.title,
        actor_id=event.actor_id,
        occurred_at=event.occurred_at,
        changes=event.changes,
        read_at=None,
    )


def test_an_entry_that_was_read_says_when() -> None:
    event = make.event()
    assert InboxEntry.of(event, make.NOW) == replace(InboxEntry.of(event), read_at=make.NOW)


def test_entries_are_kept_for_ninety_days_and_counted_to_a_hundred() -> None:
    assert KEPT_IN_INBOX.days == 90
    assert MOST_UNREAD_COUNTED == 100
