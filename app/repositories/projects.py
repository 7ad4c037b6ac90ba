"""Projects in the table: one by one and as a directory sorted by name."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.errors import NotFound, Stale
from app.domain.pages import Page, PageRequest, all_rows
from app.domain.projects import Project
from app.repositories import table
from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.batches import get_items
from app.repositories.pages import Range, query_page
from app.repositories.table import Item
from app.repositories.transactions import EXISTS, Step, put, update, write_transaction

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


class AlreadyThere(Exception):
    """Someone else made it first."""


class ProjectRepository:
    def __init__(self, client: "DynamoDBClient", table_name: str) -> None:
        self._client = client
        self._table_name = table_name

    def create(self, project: Project, also: Sequence[Step] = ()) -> None:
        """Raises AlreadyThere."""
        step = put(_project_item(project), refuse=lambda _: AlreadyThere(project.id))
        write_transaction(self._client, self._table_name, [*also, step])

    def get(self, project_id: str) -> Project | None:
        answer = self._client.get_item(
            TableName=self._table_name, Key=to_attributes(table.project_key(project_id)), ConsistentRead=True
        )
        return _to_project(from_attributes(answer["Item"])) if "Item" in answer else None

    def save(self, before: Project, after: Project) -> None:
        """Replaces `before`, at its very version, by `after`. Raises NotFound and Stale."""
        step = update(
            table.project_key(after.id),
            _project_attributes(after),
            condition=f"{EXISTS} AND #version = :seen",
            values={":seen": before.version},
            refuse=lambda item: Stale(item["version"]) if item else NotFound("There is no such project."),
        )
        write_transaction(self._client, self._table_name, [step])

    def get_many(self, project_ids: Iterable[str]) -> list[Project]:
        """Those that exist, in no particular order."""
        keys = [table.project_key(project_id) for project_id in dict.fromkeys(project_ids)]
        return [_to_project(item) for item in get_items(self._client, self._table_name, keys)]

    def everything(self) -> Iterator[Project]:
        """All projects by name, page by page."""
        return all_rows(self.directory)

    def directory(self, request: PageRequest) -> Page[Project]:
        """All projects by name."""
        rows = Range(
            index=table.PROJECT_INDEX,
            partition=table.PROJECTS_PARTITION,
            key_at=lambda position: table.project_key(table.id_at(position)),
        )
        return query_page(self._client, self._table_name, rows, request).map(_to_project)


def _project_item(project: Project) -> Item:
    return {**table.project_key(project.id), **_project_attributes(project)}


def _project_attributes(project: Project) -> Item:
    return {
        "id": project.id,
        "name": project.name,
        "archived": project.archived,
        "createdAt": table.timestamp(project.created_at),
        "version": project.version,
        "GSI3PK": table.PROJECTS_PARTITION,
        "GSI3SK": table.directory_position(project.name, project.id),
    }


def _to_project(item: Item) -> Project:
    return Project(
        id=item["id"],
        name=item["name"],
        created_at=datetime.fromisoformat(item["createdAt"]),
        archived=item["archived"],
        version=item["version"],
    )
