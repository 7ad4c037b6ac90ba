"""Projects in the table."""

import pytest

from app.repositories.projects import AlreadyThere, ProjectRepository
from tests import factories as make
from tests.conftest import Table


@pytest.fixture
def projects(table: Table) -> ProjectRepository:
    return ProjectRepository(table.client, table.name)


def test_a_project_that_is_there_is_not_made_again(projects: ProjectRepository) -> None:
    project = make.project()
    projects.create(project)
    with pytest.raises(AlreadyThere):
        projects.create(project)
    assert projects.directory(make.page()).items == (project,)


def test_a_project_comes_back_whole(projects: ProjectRepository) -> None:
    project = make.project(archived=True, version=2)
    projects.create(project)
    assert projects.get_many([project.id, make.new_ulid()]) == [project]
