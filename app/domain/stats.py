"""Counts of tasks: by status, and how many are overdue."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.status import Status
from app.domain.tasks import TaskCard


@dataclass(frozen=True)
class ProjectStats:
    project_id: str
    by_status: Mapping[Status, int]
    overdue: int


def is_overdue(card: TaskCard, today: date) -> bool:
    """Once the day it was due has ended."""
    return card.due_date is not None and card.due_date < today and not card.status.is_done


def stats_of_cards(cards: Iterable[TaskCard], today: date) -> list[ProjectStats]:
    """One row per project, by id."""
    statuses: Counter[tuple[str, Status]] = Counter()
    overdue: Counter[str] = Counter()
    for card in cards:
        statuses[card.project_id, card.status] += 1
        overdue[card.project_id] += is_overdue(card, today)
    return [
        ProjectStats(project_id, {status: statuses[project_id, status] for status in Status}, overdue[project_id])
        for project_id in sorted(overdue)
    ]
