"""Projects: the one that is there from the start."""

from app.domain.projects import GENERAL_PROJECT_ID, general_project
from tests import factories as make


def test_general_has_an_id_that_no_other_project_can_get() -> None:
    general = general_project(make.NOW)
    assert (general.id, general.name, general.archived) == (GENERAL_PROJECT_ID, "General", False)
    assert len(general.id) == 26
    assert make.new_ulid() > general.id
