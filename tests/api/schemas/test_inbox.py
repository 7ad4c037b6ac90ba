"""Inbox entries on the wire."""

from typing import Any

import pytest
from pydantic import ValidationError

from app.api.schemas.inbox import InboxEntryRead, InboxReading, UnreadCount
from app.domain.inbox import InboxEntry
from tests import factories as make

ID = make.new_ulid()


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"ids": None},
        {"all": None},
        {"ids": None, "all": None},
        {"ids": [ID], "all": True},
        {"ids": [ID], "all": None},
    ],
)
def test_a_reading_says_either_which_or_all(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match='either which entries by "ids", or "all": true'):
        InboxReading.model_validate(body)


@pytest.mark.parametrize(
    "body", [{"ids": []}, {"ids": [ID] * 101}, {"ids": ["one"]}, {"all": False}, {"everything": True}]
)
def test_a_reading_takes_up_to_a_hundred_ids_and_all_of_it_or_nothing(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        InboxReading.model_validate(body)


def test_a_reading_is_of_ids_or_of_everything() -> None:
    assert InboxReading.model_validate({"ids": [ID]}).ids == [ID]
    assert InboxReading.model_validate({"all": True}).everything


def test_an_entry_shows_what_changed_and_when_it_was_read() -> None:
    event = make.status_change("OPEN", "IN_PROGRESS")
    shown = InboxEntryRead.of(InboxEntry.of(event, make.NOW)).model_dump(mode="json", by_alias=True)
    assert shown == {
        "id": event.id,
        "type": "STATUS_CHANGED",
        "taskId": event.task_id,
        "projectId": event.project_id,
        "title": event.title,
        "actorId": event.actor_id,
        "occurredAt": "2026-03-02T09:30:00Z",
        "changes": {"status": {"from": "OPEN", "to": "IN_PROGRESS"}},
        "readAt": "2026-03-02T09:30:00Z",
    }


def test_an_unread_entry_says_so() -> None:
    assert InboxEntryRead.of(InboxEntry.of(make.event())).model_dump(by_alias=True)["readAt"] is None


def test_a_count_goes_to_a_hundred() -> None:
    with pytest.raises(ValidationError):
        UnreadCount(count=101)
    assert UnreadCount(count=100).model_dump() == {"count": 100}
