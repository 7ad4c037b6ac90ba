"""Comments in the table, each change of one in a transaction with its event and the task's count."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.comments import Comment
from app.domain.errors import NotFound, Stale
from app.domain.events import Event
from app.domain.pages import Page, PageRequest
from app.domain.tasks import Task
from app.repositories import table
from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.event_items import event_item
from app.repositories.pages import Range, query_page
from app.repositories.table import Item
from app.repositories.task_items import assignees_attribute
from app.repositories.transactions import EXISTS, Step, add, delete, put, update, write_transaction

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


class CommentRepository:
    def __init__(self, client: "DynamoDBClient", table_name: str) -> None:
        self._client = client
        self._table_name = table_name

    def get(self, task_id: str, comment_id: str) -> Comment | None:
        answer = self._client.get_item(
            TableName=self._table_name,
            Key=to_attributes(table.comment_key(task_id, comment_id)),
            ConsistentRead=True,
        )
        return _to_comment(from_attributes(answer["Item"])) if "Item" in answer else None

    def of_task(self, task_id: str, request: PageRequest) -> Page[Comment]:
        """Oldest first."""
        rows = Range(
            index=table.TABLE_KEYS,
            partition=table.task_key(task_id)["PK"],
            key_at=lambda position: {"PK": table.task_key(task_id)["PK"], "SK": position},
            prefix=table.COMMENT_PREFIX,
        )
        return query_page(self._client, self._table_name, rows, request).map(_to_comment)

    def add(self, task: Task, comment: Comment, event: Event, also: Sequence[Step] = ()) -> None:
        """Raises NotFound for a task that is gone, Stale where its assignees changed: the author may be one no more."""
        self._write(*also, *_count(task, 1), put(_comment_item(comment)), put(event_item(event)))

    def save(self, before: Comment, after: Comment, event: Event) -> None:
        """Raises NotFound, and Stale where the comment was changed meanwhile."""
        self._write(_comment_update(before, after), put(event_item(event)))

    def remove(self, task: Task, comment: Comment, event: Event) -> None:
        """Raises NotFound, and Stale where the task's assignees changed."""
        gone = delete(table.comment_key(task.id, comment.id), refuse=lambda _: _no_comment())
        self._write(gone, *_count(task, -1), put(event_item(event)))

    def _write(self, *steps: Step) -> None:
        write_transaction(self._client, self._table_name, steps)


def _count(task: Task, amount: int) -> Iterable[Step]:
    """The task's count and that of each card. The version stays: a comment is no edit.

    Only with the assignees that were read: another's card would miss this comment for good.
    """
    yield add(
        table.task_key(task.id),
        "commentCount",
        amount,
        condition=f"{EXISTS} AND attribute_not_exists(deletedAt) AND assignees = :seen",
        values={":seen": assignees_attribute(task)},
        refuse=_task_refusal,
    )
    for user_id in task.assignee_ids:
        key = table.assignment_key(task.id, user_id)
        yield add(key, "commentCount", amount, refuse=lambda _: Stale(task.version))


def _task_refusal(item: Item | None) -> NotFound | Stale:
    if item is None or "deletedAt" in item:
        return NotFound("There is no such task, or it is not assigned to you.")
    return Stale(item["version"])


def _comment_update(before: Comment, after: Comment) -> Step:
    return update(
        table.comment_key(after.task_id, after.id),
        _comment_attributes(after),
        condition=f"{EXISTS} AND #version = :seen",
        values={":seen": before.version},
        refuse=lambda item: Stale(item["version"]) if item else _no_comment(),
    )


def _no_comment() -> NotFound:
    return NotFound("There is no such comment.")


def _comment_item(comment: Comment) -> Item:
    return {**table.comment_key(comment.task_id, comment.id), **_comment_attributes(comment)}


def _comment_attributes(comment: Comment) -> Item:
    return {
        "id": comment.id,
        "taskId": comment.task_id,
        "authorId": comment.author_id,
        "text": comment.text,
        "createdAt": table.timestamp(comment.created_at),
        "editedAt": table.timestamp(comment.edited_at) if comment.edited_at else None,
        "version": comment.version,
    }


def _to_comment(item: Item) -> Comment:
    edited_at = item.get("editedAt")
    return Comment(
        id=item["id"],
        task_id=item["taskId"],
        author_id=item["authorId"],
        text=item["text"],
        created_at=datetime.fromisoformat(item["createdAt"]),
        edited_at=datetime.fromisoformat(edited_at) if edited_at else None,
        version=item["version"],
    )
