"""A task as items: its own, the cards its assignments carry, and back."""

from datetime import date, datetime
from typing import Any

from app.domain.status import Status
from app.domain.tasks import KEPT_IN_TRASH, Assignment, Priority, Task, TaskCard
from app.repositories import table
from app.repositories.table import Item


def task_item(task: Task) -> Item:
    return {**table.task_key(task.id), **card_attributes(task), **_own_attributes(task)}


def assignment_item(task: TaskCard, user_id: str) -> Item:
    return {**table.assignment_key(task.id, user_id), **card_attributes(task), **_assignment_index_keys(task, user_id)}


def assignment_attributes(task: TaskCard, user_id: str) -> Item:
    """What a change of the task writes to a card that is there."""
    return _without_comment_count({**card_attributes(task), **_assignment_index_keys(task, user_id)})


def task_attributes(task: Task) -> Item:
    """What a change of the task writes."""
    return _without_comment_count({**card_attributes(task), **_own_attributes(task)})


def card_attributes(task: TaskCard) -> Item:
    return {
        "id": task.id,
        "projectId": task.project_id,
        "title": task.title,
        "status": str(task.status),
        "priority": str(task.priority),
        "dueDate": task.due_date.isoformat() if task.due_date else None,
        "labels": list(task.labels),
        "assignees": assignees_attribute(task),
        "rank": task.rank,
        "commentCount": task.comment_count,
        "createdBy": task.created_by,
        "createdAt": table.timestamp(task.created_at),
        "updatedBy": task.updated_by,
        "updatedAt": table.timestamp(task.updated_at),
        "completedAt": _timestamp(task.completed_at),
        "version": task.version,
    }


def assignees_attribute(task: TaskCard) -> dict[str, dict[str, str]]:
    return {a.user_id: {"at": table.timestamp(a.assigned_at), "by": a.assigned_by} for a in task.assignments}


def to_task(item: Item) -> Task:
    return Task(**_card_fields(item), description=item["description"])


def to_card(item: Item) -> TaskCard:
    return TaskCard(**_card_fields(item))


def _card_fields(item: Item) -> dict[str, Any]:
    due_date = item.get("dueDate")
    return {
        "id": item["id"],
        "project_id": item["projectId"],
        "title": item["title"],
        "status": Status(item["status"]),
        "priority": Priority(item["priority"]),
        "due_date": date.fromisoformat(due_date) if due_date else None,
        "labels": tuple(item["labels"]),
        "assignments": _assignments(item["assignees"]),
        "rank": item["rank"],
        "comment_count": item["commentCount"],
        "created_by": item["createdBy"],
        "created_at": datetime.fromisoformat(item["createdAt"]),
        "updated_by": item["updatedBy"],
        "updated_at": datetime.fromisoformat(item["updatedAt"]),
        "completed_at": _moment(item.get("completedAt")),
        "version": item["version"],
        "deleted_at": _moment(item.get("deletedAt")),
    }


def _assignments(assignees: dict[str, dict[str, str]]) -> tuple[Assignment, ...]:
    """A map keeps no order: oldest assignment first, ids to break ties."""
    rows = sorted(assignees.items(), key=lambda row: (row[1]["at"], row[0]))
    return tuple(Assignment(user_id, datetime.fromisoformat(row["at"]), row["by"]) for user_id, row in rows)


def user_tasks_position(task: TaskCard) -> str:
    if task.status.is_done:
        return table.done_position(task.completed_at or task.updated_at, task.id)
    return table.open_position(task.due_date, task.id)


def _without_comment_count(attributes: Item) -> Item:
    """The count is the commenters' to write: they don't disturb editors, nor editors them."""
    return {name: value for name, value in attributes.items() if name != "commentCount"}


def _own_attributes(task: Task) -> Item:
    expires_at = task.deleted_at + KEPT_IN_TRASH if task.deleted_at else None
    return {
        "description": task.description,
        "deletedAt": _timestamp(task.deleted_at),
        "expiresAt": int(expires_at.timestamp()) if expires_at else None,
        **_board_keys(task),
        **_project_keys(task),
        **_due_keys(task),
    }


def _board_keys(task: Task) -> Item:
    if task.deleted_at:
        return {"GSI1PK": None, "GSI1SK": None}
    return {
        "GSI1PK": table.column_partition(task.project_id, task.status),
        "GSI1SK": table.column_position(task.rank, task.id),
    }


def _project_keys(task: Task) -> Item:
    if task.deleted_at:
        return {
            "GSI3PK": table.trash_partition(task.project_id),
            "GSI3SK": table.trash_position(task.deleted_at, task.id),
        }
    return {"GSI3PK": table.project_tasks_partition(task.project_id), "GSI3SK": task.id}


def _due_keys(task: Task) -> Item:
    if task.due_date is None or task.status.is_done or task.deleted_at:
        return {"GSI4PK": None, "GSI4SK": None}
    return {"GSI4PK": table.due_partition(task.due_date), "GSI4SK": task.id}


def _assignment_index_keys(task: TaskCard, user_id: str) -> Item:
    if task.deleted_at:
        return {"GSI2PK": None, "GSI2SK": None}
    return {"GSI2PK": table.user_tasks_partition(user_id), "GSI2SK": user_tasks_position(task)}


def _timestamp(moment: datetime | None) -> str | None:
    return table.timestamp(moment) if moment else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
