"""Who made a task and is no admin any more may not see it, and hears of it by no channel."""

import pytest

from app.domain.people import Role, User
from app.repositories.digests import DigestPart
from app.repositories.inbox import InboxRepository
from app.repositories.table import digest_mail_key
from tests import factories as make
from tests.conftest import Table
from tests.lambda_events import queue_record
from tests.workers.post_office import ALL_DONE, Office
from workers.digest_queue import DigestDue, message_of
from workers.fill_inbox import Inboxes, fill_inboxes


@pytest.fixture
def office(moto_table: Table) -> Office:
    return Office(moto_table)


@pytest.fixture
def ada(office: Office) -> User:
    return office.person("ada@example.com", role=Role.MEMBER)


@pytest.fixture
def grace(office: Office) -> User:
    """Still an admin."""
    return office.person("grace@example.com", role=Role.ADMIN)


def test_they_get_no_mail_while_an_admin_does(office: Office, ada: User, grace: User) -> None:
    told = [make.comment_event("Secret", recipient_ids=(user.id,), creator_id=user.id) for user in (ada, grace)]
    assert office.deliver(*told) == ALL_DONE
    assert office.outbox.addresses == ["grace@example.com"]


def test_they_get_no_inbox_entry_while_an_admin_does(office: Office, ada: User, grace: User) -> None:
    inbox = InboxRepository(office.table.client, office.table.name)
    told = [make.comment_event("Secret", recipient_ids=(user.id,), creator_id=user.id) for user in (ada, grace)]
    records = [queue_record(event, event.id) for event in told]
    assert fill_inboxes(records, Inboxes(office.people, inbox, office.clock)) == ALL_DONE
    counts = [len(inbox.page(user.id, make.page(), make.NOW).items) for user in (ada, grace)]
    assert counts == [0, 1]


def collect(office: Office, person: User, title: str, creator_id: str | None) -> str:
    event = make.status_change(
        "OPEN", "IN_PROGRESS", title=title, recipient_ids=(person.id,), creator_id=creator_id, bulk_id="bulk"
    )
    office.digests.collect("bulk", person.id, DigestPart(event, office.clock.now))
    return message_of(DigestDue("bulk", person.id, office.clock.now))


def test_a_digest_tells_them_of_what_is_assigned_to_them_alone(office: Office, ada: User) -> None:
    collect(office, ada, "Theirs", None)
    assert office.deliver_digests(collect(office, ada, "Secret", ada.id)) == ALL_DONE
    (email,) = office.outbox.sent
    assert "Theirs" in email.text
    assert "Secret" not in email.subject + email.text + email.html


def test_a_digest_of_nothing_else_is_not_sent_also_later(office: Office, ada: User) -> None:
    message = collect(office, ada, "Secret", ada.id)
    assert office.deliver_digests(message) == ALL_DONE
    assert office.deliver_digests(message) == ALL_DONE
    assert office.outbox.sent == []
    assert office.entry(digest_mail_key("bulk", ada.id, 0))["state"] == "SKIPPED"
