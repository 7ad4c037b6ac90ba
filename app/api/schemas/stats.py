"""Counts on the wire."""

from collections import Counter
from collections.abc import Sequence
from typing import Self

from app.api.schemas.fields import Given
from app.domain.stats import ProjectStats
from app.domain.status import Status


class ProjectStatsRead(Given):
    project_id: str
    by_status: dict[Status, int]
    overdue: int


class StatsRead(Given):
    by_status: dict[Status, int]
    overdue: int
    projects: list[ProjectStatsRead]

    @classmethod
    def of(cls, stats: Sequence[ProjectStats]) -> Self:
        totals: Counter[Status] = Counter()
        for row in stats:
            totals.update(row.by_status)
        return cls(
            by_status={status: totals[status] for status in Status},
            overdue=sum(row.overdue for row in stats),
            projects=[ProjectStatsRead.model_validate(row, from_attributes=True) for row in stats],
        )
