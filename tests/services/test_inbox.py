"""The inbox: one's own alone, whatever became of the tasks in it."""

from datetime import timedelta

import pytest

from app.domain.inbox import InboxEntry
from app.repositories.inbox import InboxRepository
from app.services.inbox import InboxService
from tests import factories as make
from tests.conftest import Table

LATER = make.NOW + timedelta(minutes=5)


@pytest.fixture
def inbox(table: Table) -> InboxService:
    return InboxService(InboxRepository(table.client, table.name), clock=lambda: LATER)


def entries(inbox: InboxService, user_id: str, *, unread_only: bool = False) -> tuple[InboxEntry, ...]:
    return inbox.page(make.member(user_id=user_id), make.page(), unread_only=unread_only).items


def test_an_admin_has_no_way_into_anothers_inbox(inbox: InboxService) -> None:
    event, admin = make.event(), make.admin()
    inbox.inbox.put("ada", event, make.NOW)
    inbox.mark_read(admin, [event.id])
    inbox.mark_all_read(admin)
    assert inbox.page(admin, make.page(), unread_only=False).items == ()
    assert entries(inbox, "ada") == (InboxEntry.of(event),)


def test_what_is_read_is_read_now_and_leaves_the_unread(inbox: InboxService) -> None:
    ada = make.member(user_id="ada")
    first, second = sorted((make.event(), make.event()), key=lambda event: event.id)
    for event in (first, second):
        inbox.inbox.put("ada", event, make.NOW)
    assert inbox.count_unread(ada) == 2
    inbox.mark_read(ada, [first.id])
    assert entries(inbox, "ada") == (InboxEntry.of(second), InboxEntry.of(first, LATER))
    assert entries(inbox, "ada", unread_only=True) == (InboxEntry.of(second),)
    inbox.mark_all_read(ada)
    assert (entries(inbox, "ada", unread_only=True), inbox.count_unread(ada)) == ((), 0)
