"""Projects: the one that is there from the start."""

import pytest

from app.domain.errors import Conflict
from app.domain.projects import GENERAL_PROJECT_ID, archived, general_project, renamed
from tests import factories as make


def test_general_has_an_id_that_no_other_project_can_get() -> None:
    general = general_project(make.NOW)
    assert (general.id, general.name, general.archived) == (GENERAL_PROJECT_ID, "General", False)
    assert general.created_at == make.NOW
    assert len(general.id) == 26
    assert make.new_ulid() > general.id


def test_general_cannot_be_archived() -> None:
    with pytest.raises(Conflict, match="General"):
        archived(general_project(make.NOW))


def test_a_renamed_or_archived_project_is_a_version_further() -> None:
    project = make.project(name="Apollo")
    assert (renamed(project, "Gemini").name, renamed(project, "Gemini").version) == ("Gemini", 2)
    assert (archived(project).archived, archived(project).version) == (True, 2)


def test_the_same_name_or_archiving_again_is_no_change() -> None:
    project = make.project(name="Apollo", archived=True)
    assert renamed(project, "Apollo") is project
    assert archived(project) is project
