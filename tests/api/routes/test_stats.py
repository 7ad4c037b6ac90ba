"""Counts over HTTP."""

from app.domain.people import User
from tests.api_client import ApiClient
from tests.team import Team


def test_an_admin_sees_all_counts_and_a_member_their_own(
    team: Team, max_member: User, admin: ApiClient, member: ApiClient
) -> None:
    team.task(max_member)
    team.task()
    assert admin.get("/stats").json()["byStatus"]["OPEN"] == 2
    own = member.get("/stats").json()
    assert (own["byStatus"]["OPEN"], own["overdue"], len(own["projects"])) == (1, 0, 1)
