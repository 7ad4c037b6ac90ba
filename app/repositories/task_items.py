"""A task as items: its own, the cards its assignments carry, and back."""

from datetime import date, datetime
from typing import Any

from app.domain.status import Status
from app.domain.tasks import Assignment, Priority, Task, TaskCard
from app.repositories import table
from app.repositories.table import Item


def task_item(task: Task) -> Item:
    return {
        **table.task_key(task.id),
        **card_attributes(task),
        "description": task.description,
        **_task_index_keys(task),
    }


def assignment_item(task: TaskCard, user_id: str) -> Item:
    return {**table.assignment_key(task.id, user_id), **assignment_attributes(task, user_id)}


def assignment_attributes(task: TaskCard, user_id: str) -> Item:
    return {
        **card_attributes(task),
        "GSI2PK": table.user_tasks_partition(user_id),
        "GSI2SK": _user_tasks_position(task),
    }


def task_attributes(task: Task) -> Item:
    """What a change of the task writes. commentCount is the commenters' to write: they don't disturb editors."""
    attributes = {**card_attributes(task), "description": task.description, **_task_index_keys(task)}
    del attributes["commentCount"]
    return attributes


def card_attributes(task: TaskCard) -> Item:
    return {
        "id": task.id,
        "projectId": task.project_id,
        "title": task.title,
        "status": str(task.status),
        "priority": str(task.priority),
        "dueDate": task.due_date.isoformat() if task.due_date else None,
        "labels": list(task.labels),
        "assignees": {a.user_id: {"at": table.timestamp(a.assigned_at), "by": a.assigned_by} for a in task.assignments},
        "rank": task.rank,
        "commentCount": task.comment_count,
        "createdBy": task.created_by,
        "createdAt": table.timestamp(task.created_at),
        "updatedBy": task.updated_by,
        "updatedAt": table.timestamp(task.updated_at),
        "completedAt": table.timestamp(task.completed_at) if task.completed_at else None,
        "version": task.version,
    }


def to_task(item: Item) -> Task:
    return Task(**_card_fields(item), description=item["description"])


def to_card(item: Item) -> TaskCard:
    return TaskCard(**_card_fields(item))


def _card_fields(item: Item) -> dict[str, Any]:
    due_date, completed_at = item.get("dueDate"), item.get("completedAt")
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
        "completed_at": datetime.fromisoformat(completed_at) if completed_at else None,
        "version": item["version"],
    }


def _assignments(assignees: dict[str, dict[str, str]]) -> tuple[Assignment, ...]:
    """A map keeps no order: oldest assignment first, ids to break ties."""
    rows = sorted(assignees.items(), key=lambda row: (row[1]["at"], row[0]))
    return tuple(Assignment(user_id, datetime.fromisoformat(row["at"]), row["by"]) for user_id, row in rows)


def _task_index_keys(task: Task) -> Item:
    is_due = task.due_date and not task.status.is_done
    return {
        "GSI1PK": table.column_partition(task.project_id, task.status),
        "GSI1SK": table.column_position(task.rank, task.id),
        "GSI3PK": table.project_tasks_partition(task.project_id),
        "GSI3SK": task.id,
        "GSI4PK": table.due_partition(task.due_date) if task.due_date and is_due else None,
        "GSI4SK": task.id if is_due else None,
    }


def _user_tasks_position(task: TaskCard) -> str:
    if task.status.is_done:
        return table.done_position(task.completed_at or task.updated_at, task.id)
    return table.open_position(task.due_date, task.id)
