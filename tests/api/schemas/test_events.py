"""Events on the wire."""

from app.api.schemas.events import EventRead
from tests import factories as make


def test_an_event_shows_what_changed_from_what_to_what_and_nobody_told() -> None:
    event = make.status_change("OPEN", "IN_PROGRESS")
    shown = EventRead.of(event).model_dump(mode="json", by_alias=True)
    assert shown["changes"] == {"status": {"from": "OPEN", "to": "IN_PROGRESS"}}
    assert set(shown) == {
        "eventId",
        "type",
        "taskId",
        "projectId",
        "title",
        "actorId",
        "occurredAt",
        "changes",
    }
