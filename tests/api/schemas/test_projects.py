"""Projects on the wire."""

from app.api.schemas.projects import ProjectRead
from tests import factories as make


def test_a_project_shows_its_fields_in_camel_case() -> None:
    project = make.project(archived=True, version=3)
    assert ProjectRead.of(project).model_dump(mode="json", by_alias=True) == {
        "id": project.id,
        "name": project.name,
        "archived": True,
        "createdAt": "2026-03-02T09:30:00Z",
        "version": 3,
    }
