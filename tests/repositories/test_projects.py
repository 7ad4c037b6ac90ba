"""Projects in the table."""

import pytest

from app.domain.errors import NotFound, Stale
from app.domain.projects import archived, renamed
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


def test_a_project_that_is_not_there_is_not_saved(projects: ProjectRepository) -> None:
    project = make.project()
    with pytest.raises(NotFound):
        projects.save(project, renamed(project, "Gemini"))
    assert projects.get(project.id) is None


def test_a_change_of_what_has_changed_since_is_stale(projects: ProjectRepository) -> None:
    project = make.project()
    projects.create(project)
    projects.save(project, archived(project))
    with pytest.raises(Stale) as refusal:
        projects.save(project, renamed(project, "Gemini"))
    assert refusal.value.current_version == 2
    assert projects.get(project.id) == archived(project)


def test_a_renamed_project_moves_in_the_directory(projects: ProjectRepository) -> None:
    apollo, gemini = make.project(name="Apollo"), make.project(name="Gemini")
    for project in (apollo, gemini):
        projects.create(project)
    projects.save(apollo, renamed(apollo, "voyager"))
    assert projects.directory(make.page()).items == (gemini, renamed(apollo, "voyager"))


def test_everything_is_read_page_by_page(projects: ProjectRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.domain.pages.ROWS_A_READ", 2)
    for name in "ecadb":
        projects.create(make.project(name=name))
    assert [project.name for project in projects.everything()] == ["a", "b", "c", "d", "e"]


def test_a_project_comes_back_whole(projects: ProjectRepository) -> None:
    project = make.project(archived=True, version=2)
    projects.create(project)
    assert projects.get(project.id) == project
    assert projects.get_many([project.id, make.new_ulid()]) == [project]
