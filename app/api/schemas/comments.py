"""Comments on the wire."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import StringConstraints

from app.api.schemas.fields import Given, Received
from app.domain.comments import Comment

type CommentText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000)]


class CommentWrite(Received):
    text: CommentText


class CommentRead(Given):
    id: str
    task_id: str
    author_id: str
    text: str
    created_at: datetime
    edited_at: datetime | None

    @classmethod
    def of(cls, comment: Comment) -> Self:
        return cls.model_validate(comment, from_attributes=True)
