"""The Location header."""

import pytest
from starlette.requests import Request

from app.api.locations import location
from tests import factories as make
from tests.team import Team


@pytest.mark.parametrize("stage", ["", "/prod"])
def test_a_location_is_a_path_that_no_host_header_has_a_say_in(stage: str, team: Team) -> None:
    project_id = make.new_ulid()
    headers = [(b"host", b"evil.example.org:not-a-port")]
    request = Request({"type": "http", "app": team.app, "root_path": stage, "headers": headers})
    found = location(request, "get_project", projectId=project_id)
    assert found == {"Location": f"{stage}/api/v1/projects/{project_id}"}
