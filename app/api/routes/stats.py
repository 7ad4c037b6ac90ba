"""Counts for the overview."""

from app.api.auth import Caller
from app.api.dependencies import Stats
from app.api.routers import signed_in_router
from app.api.schemas.stats import StatsRead

router = signed_in_router("/stats", "stats")


@router.get("")
def get_stats(caller: Caller, stats: Stats) -> StatsRead:
    """Counts by status, and of what is overdue in the team's time zone; a member's are of their own tasks."""
    return StatsRead.of(stats.of(caller))
