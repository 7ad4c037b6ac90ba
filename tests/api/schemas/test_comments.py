"""Comments on the wire."""

from app.api.schemas.comments import CommentRead
from tests import factories as make


def test_a_comment_shows_its_fields_in_camel_case() -> None:
    comment = make.comment(edited_at=make.NOW)
    assert CommentRead.of(comment).model_dump(mode="json", by_alias=True) == {
        "id": comment.id,
        "taskId": comment.task_id,
        "authorId": comment.author_id,
        "text": comment.text,
        "createdAt": "2026-03-02T09:30:00Z",
        "editedAt": "2026-03-02T09:30:00Z",
    }
