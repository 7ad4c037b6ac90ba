"""Comments: changed by their author alone."""

from datetime import timedelta

import pytest

from app.domain.comments import require_author, with_text
from app.domain.errors import Forbidden
from tests import factories as make

LATER = make.NOW + timedelta(hours=1)


def test_nobody_changes_the_comment_of_another_an_admin_neither() -> None:
    with pytest.raises(Forbidden, match=r"^Only its author"):
        require_author(make.comment(), make.admin())


def test_an_author_changes_their_own() -> None:
    author = make.member()
    require_author(make.comment(author_id=author.user_id), author)


def test_a_changed_text_says_when_and_is_a_version() -> None:
    comment = make.comment(text="a")
    changed = with_text(comment, "b", LATER)
    assert (changed.text, changed.edited_at, changed.version) == ("b", LATER, 2)


def test_the_same_text_again_is_no_change() -> None:
    comment = make.comment(text="a")
    assert with_text(comment, "a", LATER) is comment
