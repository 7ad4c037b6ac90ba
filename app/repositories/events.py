"""Events as history: of a task, and of a project."""

from typing import TYPE_CHECKING

from app.domain.events import Event
from app.domain.pages import Page, PageRequest
from app.repositories import table
from app.repositories.event_items import to_event
from app.repositories.pages import Range, query_page

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


class EventRepository:
    def __init__(self, client: "DynamoDBClient", table_name: str) -> None:
        self._client = client
        self._table_name = table_name

    def of_task(self, task_id: str, request: PageRequest) -> Page[Event]:
        """Latest first."""
        partition = table.task_key(task_id)["PK"]
        rows = Range(
            index=table.TABLE_KEYS,
            partition=partition,
            key_at=lambda position: {"PK": partition, "SK": position},
            prefix=table.EVENT_PREFIX,
            newest_first=True,
        )
        return query_page(self._client, self._table_name, rows, request).map(to_event)

    def of_project(self, project_id: str, request: PageRequest) -> Page[Event]:
        """Latest first."""
        rows = Range(
            index=table.PROJECT_INDEX,
            partition=table.project_events_partition(project_id),
            key_at=table.event_key_at,
            newest_first=True,
        )
        return query_page(self._client, self._table_name, rows, request).map(to_event)
