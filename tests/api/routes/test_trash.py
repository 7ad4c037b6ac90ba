"""The trash over HTTP."""

from datetime import timedelta

from app.domain.tasks import KEPT_IN_TRASH
from app.services.clock import utc_now
from tests.api_client import ApiClient
from tests.team import Team


def test_the_trash_of_all_projects_comes_last_deleted_first(team: Team, admin: ApiClient) -> None:
    archived = team.project(archived=False)
    tasks = [team.task(), team.task(project_id=archived.id), team.task()]
    for task in tasks:
        admin.delete(f"/tasks/{task.id}", headers={"If-Match": '"1"'})
    found: list[str] = []
    cursor: str | None = None
    while True:
        page = admin.get("/trash", params={"limit": "1", **({"cursor": cursor} if cursor else {})}).json()
        found += [row["id"] for row in page["items"]]
        cursor = page["nextCursor"]
        if cursor is None:
            break
    assert found == [task.id for task in reversed(tasks)]


def test_what_was_there_too_long_is_shown_no_more_although_it_is_not_removed_yet(team: Team, admin: ApiClient) -> None:
    team.task(deleted_at=utc_now() - KEPT_IN_TRASH - timedelta(hours=1))
    kept = team.task(deleted_at=utc_now() - KEPT_IN_TRASH + timedelta(hours=1))
    assert [row["id"] for row in admin.get("/trash").json()["items"]] == [kept.id]
