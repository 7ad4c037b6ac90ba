"""Projects on the wire."""

import pytest
from pydantic import ValidationError

from app.api.schemas.projects import ProjectRead, ProjectWrite
from tests import factories as make


def test_a_project_is_not_archived_by_its_name() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        ProjectWrite.model_validate({"name": "Apollo", "archived": True})


def test_a_project_shows_its_fields_in_camel_case() -> None:
    project = make.project(archived=True, version=3)
    assert ProjectRead.of(project).model_dump(mode="json", by_alias=True) == {
        "id": project.id,
        "name": project.name,
        "archived": True,
        "createdAt": "2026-03-02T09:30:00Z",
        "version": 3,
    }
