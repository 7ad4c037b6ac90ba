"""Inboxes in the table: nobody else's, nothing twice, nothing unread again, nothing for longer than 90 days."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from botocore.exceptions import ClientError

from app.domain.events import Event
from app.domain.inbox import KEPT_IN_INBOX, InboxEntry
from app.repositories.attributes import to_attributes
from app.repositories.inbox import InboxRepository
from app.repositories.table import inbox_key
from tests import factories as make
from tests.conftest import Table

LATER = make.NOW + timedelta(minutes=5)
EXPIRED = make.NOW + KEPT_IN_INBOX


@dataclass
class Vanishing:
    """DynamoDB removes an entry right after it was read."""

    table: Table
    user_id: str
    entry_ids: list[str] = field(default_factory=list)

    def __call__(self, **_: Any) -> None:
        if self.entry_ids:
            key = to_attributes(inbox_key(self.user_id, self.entry_ids.pop()))
            self.table.client.delete_item(TableName=self.table.name, Key=key)


@pytest.fixture
def inbox(table: Table) -> InboxRepository:
    return InboxRepository(table.client, table.name)


def told(inbox: InboxRepository, user_id: str, count: int) -> list[Event]:
    """Latest first."""
    events = sorted((make.event() for _ in range(count)), key=lambda event: event.id, reverse=True)
    for event in events:
        inbox.put(user_id, event, make.NOW)
    return events


def everything(inbox: InboxRepository, user_id: str) -> tuple[InboxEntry, ...]:
    return inbox.page(user_id, make.page(1000), make.NOW).items


def unread_ids(inbox: InboxRepository, user_id: str) -> list[str]:
    return [entry.id for entry in inbox.page(user_id, make.page(1000), make.NOW, unread_only=True).items]


def ids(rows: Sequence[Event | InboxEntry]) -> list[str]:
    return [row.id for row in rows]


def test_nobody_sees_counts_or_marks_what_is_anothers(inbox: InboxRepository) -> None:
    [event] = told(inbox, "ada", 1)
    inbox.mark_read("grace", [event.id], LATER)
    inbox.mark_all_read("grace", LATER)
    assert everything(inbox, "grace") == ()
    assert inbox.count_unread("grace", make.NOW) == 0
    assert everything(inbox, "ada") == (InboxEntry.of(event),)


def test_an_event_brought_again_is_no_second_entry_and_never_unread_again(inbox: InboxRepository) -> None:
    event = make.event()
    assert inbox.put("ada", event, make.NOW)
    assert not inbox.put("ada", event, LATER)
    inbox.mark_read("ada", [event.id], LATER)
    assert not inbox.put("ada", event, LATER)
    assert everything(inbox, "ada") == (InboxEntry.of(event, LATER),)
    assert inbox.count_unread("ada", LATER) == 0


def test_what_cannot_be_written_rises(table: Table) -> None:
    with pytest.raises(ClientError, match="ResourceNotFound"):
        InboxRepository(table.client, "nowhere").put("ada", make.event(), make.NOW)


def test_what_has_expired_is_gone_although_it_is_not_removed_yet(inbox: InboxRepository) -> None:
    told(inbox, "ada", 2)
    fresh = make.event()
    inbox.put("ada", fresh, LATER)
    for unread_only in (False, True):
        assert ids(inbox.page("ada", make.page(), EXPIRED, unread_only=unread_only).items) == [fresh.id]
    assert inbox.count_unread("ada", EXPIRED - timedelta(seconds=1)) == 3
    assert inbox.count_unread("ada", EXPIRED) == 1


def test_marking_what_is_not_there_makes_no_ghost(inbox: InboxRepository) -> None:
    [event] = told(inbox, "ada", 1)
    inbox.mark_read("ada", [make.new_ulid(), event.id, make.new_ulid()], LATER)
    assert everything(inbox, "ada") == (InboxEntry.of(event, LATER),)


def test_marking_nothing_is_done_at_once(inbox: InboxRepository) -> None:
    inbox.mark_read("ada", [], LATER)
    inbox.mark_all_read("ada", LATER)
    assert everything(inbox, "ada") == ()


def test_what_was_read_keeps_the_time_at_which_it_was(inbox: InboxRepository) -> None:
    first, second = told(inbox, "ada", 2)
    inbox.mark_read("ada", [first.id], make.NOW)
    inbox.mark_read("ada", [first.id, second.id, second.id], LATER)
    assert everything(inbox, "ada") == (InboxEntry.of(first, make.NOW), InboxEntry.of(second, LATER))


def test_what_dynamodb_removes_meanwhile_is_no_ghost_and_keeps_the_rest_from_nothing(table: Table) -> None:
    inbox = InboxRepository(table.client, table.name)
    events = told(inbox, "ada", 4)
    gone = [events[1].id, events[3].id]
    table.client.meta.events.register("after-call.dynamodb.BatchGetItem", Vanishing(table, "ada", gone.copy()))
    inbox.mark_read("ada", ids(events), LATER)
    assert everything(inbox, "ada") == tuple(InboxEntry.of(event, LATER) for event in events if event.id not in gone)


@pytest.mark.parametrize("unread_only", [False, True])
@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_pages_of_any_size_give_every_entry_once_latest_first(
    limit: int, unread_only: bool, inbox: InboxRepository
) -> None:
    events = told(inbox, "ada", 5)
    inbox.mark_read("ada", [events[2].id], LATER)
    wanted = [event.id for event in events if not unread_only or event is not events[2]]
    found: list[str] = []
    request = make.page(limit)
    while True:
        page = inbox.page("ada", request, make.NOW, unread_only=unread_only)
        found += ids(page.items)
        if page.next_position is None:
            break
        request = make.page(limit, page.next_position)
    assert found == wanted


def test_an_entry_says_what_changed(inbox: InboxRepository) -> None:
    event = make.status_change("OPEN", "IN_PROGRESS", bulk_id=make.new_ulid(), request_id="request-1")
    inbox.put("ada", event, make.NOW)
    assert everything(inbox, "ada") == (InboxEntry.of(event),)


def test_an_entry_is_stored_without_the_others_who_were_told(inbox: InboxRepository, table: Table) -> None:
    event = make.event(recipient_ids=("ada", "grace"))
    inbox.put("ada", event, make.NOW)
    key = to_attributes(inbox_key("ada", event.id))
    item = table.client.get_item(TableName=table.name, Key=key)["Item"]
    assert "grace" not in str(item)
    assert item["expiresAt"] == {"N": str(int(EXPIRED.timestamp()))}


def test_more_than_fit_a_transaction_are_marked_and_who_has_more_than_a_hundred_is_counted_no_further(
    inbox: InboxRepository,
) -> None:
    events = told(inbox, "ada", 105)
    assert inbox.count_unread("ada", make.NOW) == 100
    inbox.mark_read("ada", ids(events[:101]), LATER)
    assert unread_ids(inbox, "ada") == ids(events[101:])
    inbox.mark_all_read("ada", LATER)
    assert (unread_ids(inbox, "ada"), inbox.count_unread("ada", make.NOW)) == ([], 0)
    assert all(entry.read_at == LATER for entry in everything(inbox, "ada"))
    assert ids(everything(inbox, "ada")) == ids(events)


@pytest.mark.dynamodb_local
def test_marking_all_from_several_places_at_once_ends_with_all_read(dynamodb_local_table: Table) -> None:
    inbox = InboxRepository(dynamodb_local_table.client, dynamodb_local_table.name)
    told(inbox, "ada", 30)
    with ThreadPoolExecutor(3) as threads:
        for attempt in [threads.submit(inbox.mark_all_read, "ada", LATER) for _ in range(3)]:
            attempt.result()
    assert unread_ids(inbox, "ada") == []
