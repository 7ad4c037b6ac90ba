"""Counts on the wire."""

from app.api.schemas.stats import StatsRead
from app.domain.stats import ProjectStats
from app.domain.status import Status


def test_the_totals_are_those_of_all_projects() -> None:
    rows = [ProjectStats(project_id, dict.fromkeys(Status, 2), overdue=1) for project_id in ("A", "B")]
    shown = StatsRead.of(rows).model_dump(mode="json", by_alias=True)
    assert shown["byStatus"] == dict.fromkeys(Status, 4)
    assert shown["overdue"] == 2
    assert [row["projectId"] for row in shown["projects"]] == ["A", "B"]


def test_no_project_counts_as_nothing() -> None:
    assert StatsRead.of([]).by_status == dict.fromkeys(Status, 0)
