"""An event as the item that is both a task's history and the outbox of every message."""

from datetime import datetime
from typing import Any

from app.domain.events import Event, EventType, FieldChange
from app.repositories import table
from app.repositories.table import Item

SCHEMA = 1


def event_item(event: Event) -> Item:
    return {
        **table.event_key(event.task_id, event.id),
        **event_message(event),
        # Absent where nothing changed: DynamoDB Local's stream gives an empty map as no value at all.
        "changes": _changes(event) or None,
        "GSI3PK": table.project_events_partition(event.project_id),
        "GSI3SK": table.event_position(event.id, event.task_id),
    }


def event_message(event: Event) -> dict[str, Any]:
    """The event as it travels: user ids, never addresses.

    `bulkId` is there for a part of a bulk action alone, `requestId` where a request to the API made the event,
    `creatorId` where somebody is told for having made the task alone.
    """
    message = {
        "eventId": event.id,
        "schema": SCHEMA,
        "type": str(event.type),
        "taskId": event.task_id,
        "projectId": event.project_id,
        "title": event.title,
        "actorId": event.actor_id,
        "occurredAt": table.timestamp(event.occurred_at),
        "changes": _changes(event),
        "recipientIds": list(event.recipient_ids),
    }
    optional = {"bulkId": event.bulk_id, "requestId": event.request_id, "creatorId": event.creator_id}
    return message | {name: value for name, value in optional.items() if value}


def _changes(event: Event) -> dict[str, Any]:
    return {name: {"from": change.before, "to": change.after} for name, change in event.changes.items()}


def to_event(message: Item) -> Event:
    """Raises KeyError or ValueError for what is no event of this schema."""
    if message["schema"] != SCHEMA:
        raise ValueError(f"event schema {message['schema']} is not {SCHEMA}")
    return Event(
        id=message["eventId"],
        type=EventType(message["type"]),
        task_id=message["taskId"],
        project_id=message["projectId"],
        title=message["title"],
        actor_id=message["actorId"],
        occurred_at=datetime.fromisoformat(message["occurredAt"]),
        changes={
            name: FieldChange(change["from"], change["to"]) for name, change in message.get("changes", {}).items()
        },
        recipient_ids=tuple(message["recipientIds"]),
        bulk_id=message.get("bulkId"),
        request_id=message.get("requestId"),
        creator_id=message.get("creatorId"),
    )
