"""Comments on a task: written by whoever may see it, changed by their author alone."""

from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.errors import Forbidden
from app.domain.people import Principal


@dataclass(frozen=True)
class Comment:
    id: str
    task_id: str
    author_id: str
    text: str
    created_at: datetime
    edited_at: datetime | None = None
    version: int = 1


def with_text(comment: Comment, text: str, now: datetime) -> Comment:
    if text == comment.text:
        return comment
    return replace(comment, text=text, edited_at=now, version=comment.version + 1)


def require_author(comment: Comment, principal: Principal) -> None:
    if comment.author_id != principal.user_id:
        raise Forbidden("Only its author can change or delete a comment.")
