"""A task's history, read straight from the table."""

from app.domain.events import Event
from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.event_items import to_event
from tests.conftest import Table


def history_of(table: Table, task_id: str) -> list[Event]:
    """Oldest first."""
    answer = table.client.query(
        TableName=table.name,
        KeyConditionExpression="PK = :task AND begins_with(SK, :event)",
        ExpressionAttributeValues=to_attributes({":task": f"TASK#{task_id}", ":event": "EVENT#"}),
    )
    return [to_event(from_attributes(item)) for item in answer["Items"]]
