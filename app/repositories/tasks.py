"""Tasks in the table: read one or a few, and write each change with its events in one transaction."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from app.domain.errors import Invalid, NotFound, Stale
from app.domain.events import Event
from app.domain.people import AccountStatus
from app.domain.tasks import Task
from app.repositories import table
from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.batches import get_items
from app.repositories.event_items import event_item
from app.repositories.table import Item
from app.repositories.task_items import assignment_attributes, assignment_item, task_attributes, task_item, to_task
from app.repositories.transactions import EXISTS, Step, check, delete, put, update, write_transaction

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


class TaskRepository:
    """`also` is what a change writes besides; it goes first, for its refusal says more than any other."""

    def __init__(self, client: "DynamoDBClient", table_name: str) -> None:
        self._client = client
        self._table_name = table_name

    def get(self, task_id: str) -> Task | None:
        """None for one in the trash, too."""
        task = self.get_deleted_or_not(task_id)
        return None if task is None or task.deleted_at else task

    def get_deleted_or_not(self, task_id: str) -> Task | None:
        answer = self._client.get_item(
            TableName=self._table_name, Key=to_attributes(table.task_key(task_id)), ConsistentRead=True
        )
        return to_task(from_attributes(answer["Item"])) if "Item" in answer else None

    def get_many(self, task_ids: Iterable[str]) -> dict[str, Task]:
        """Those that exist, by id; one round trip per 100."""
        keys = [table.task_key(task_id) for task_id in dict.fromkeys(task_ids)]
        found = (to_task(item) for item in get_items(self._client, self._table_name, keys))
        return {task.id: task for task in found if not task.deleted_at}

    def create(self, task: Task, events: Sequence[Event], also: Sequence[Step] = ()) -> None:
        """Raises Invalid for a project that is missing or archived, and for assignees who are not active."""
        self._write(
            *also,
            put(task_item(task)),
            _open_project(task.project_id),
            *(_active_person(user_id) for user_id in task.assignee_ids),
            *(put(assignment_item(task, user_id)) for user_id in task.assignee_ids),
            *(put(event_item(event)) for event in events),
        )

    def save(
        self,
        before: Task,
        after: Task,
        event: Event,
        *,
        as_assignee: str | None = None,
        also: Sequence[Step] = (),
    ) -> None:
        """Replaces `before`, at its very version, by `after`.

        With `as_assignee` the write itself holds only while that person is an assignee, whatever was read
        earlier. Raises NotFound, Stale (where people are added, a comment is enough for it), or Invalid for new
        assignees who are not active.
        """
        added = [user_id for user_id in after.assignee_ids if user_id not in before.assignee_ids]
        removed = [user_id for user_id in before.assignee_ids if user_id not in after.assignee_ids]
        kept = [user_id for user_id in after.assignee_ids if user_id in before.assignee_ids]
        self._write(
            *also,
            _task_update(before, after, as_assignee),
            *([_open_project(after.project_id)] if after.project_id != before.project_id else []),
            *(_active_person(user_id) for user_id in added),
            *(put(assignment_item(after, user_id)) for user_id in added),
            *(_card_update(after, user_id) for user_id in kept),
            *(delete(table.assignment_key(after.id, user_id)) for user_id in removed),
            put(event_item(event)),
        )

    def save_besides(self, also: Sequence[Step]) -> None:
        """What a change writes besides, where nothing is to be changed."""
        if also:
            self._write(*also)

    def _write(self, *steps: Step) -> None:
        write_transaction(self._client, self._table_name, steps)


def _task_update(before: Task, after: Task, as_assignee: str | None) -> Step:
    in_trash = "attribute_exists" if before.deleted_at else "attribute_not_exists"
    condition = f"{EXISTS} AND {in_trash}(deletedAt) AND #version = :seen"
    names: dict[str, str] = {}
    values: dict[str, int] = {":seen": before.version}
    if as_assignee:
        condition += " AND attribute_exists(#assignees.#me)"
        names["#me"] = as_assignee
    if set(after.assignee_ids) - set(before.assignee_ids):
        condition += " AND commentCount = :comments"  # a new card starts with the count that was read
        values[":comments"] = before.comment_count

    def refuse(item: Item | None) -> NotFound | Stale:
        if item is None or _is_deleted_since(item, before) or (as_assignee and as_assignee not in item["assignees"]):
            return NotFound("There is no such task, or it is not assigned to you.")
        return Stale(item["version"])

    return update(
        table.task_key(after.id),
        task_attributes(after),
        condition=condition,
        values=values,
        names=names,
        refuse=refuse,
    )


def _is_deleted_since(item: Item, seen: Task) -> bool:
    return "deletedAt" in item and seen.deleted_at is None


def _card_update(task: Task, user_id: str) -> Step:
    return update(table.assignment_key(task.id, user_id), assignment_attributes(task, user_id))


def _open_project(project_id: str) -> Step:
    return check(
        table.project_key(project_id),
        f"{EXISTS} AND #archived = :archived",
        {":archived": False},
        {"#archived": "archived"},
        lambda _: Invalid.field("projectId", "There is no such project, or it is archived."),
    )


def _active_person(user_id: str) -> Step:
    return check(
        table.user_key(user_id),
        f"{EXISTS} AND #status = :status",
        {":status": str(AccountStatus.ACTIVE)},
        {"#status": "status"},
        lambda _: Invalid.field("assigneeIds", f"There is no active person with the id {user_id}."),
    )
