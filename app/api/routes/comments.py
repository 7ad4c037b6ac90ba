"""Comments on a task."""

from http import HTTPStatus
from typing import Annotated

from fastapi import Path

from app.api.auth import Caller
from app.api.dependencies import Comments
from app.api.errors import documented
from app.api.once import Once
from app.api.paging import Paging
from app.api.routers import signed_in_router
from app.api.schemas.comments import CommentRead, CommentWrite
from app.api.schemas.fields import UlidText
from app.api.schemas.pages import Page
from app.domain.answers import Answer
from app.domain.comments import Comment

router = signed_in_router("/tasks/{taskId}/comments", "comments", HTTPStatus.NOT_FOUND)

TaskId = Annotated[UlidText, Path(alias="taskId")]
CommentId = Annotated[UlidText, Path(alias="commentId")]


@router.get("")
def list_comments(task_id: TaskId, caller: Caller, comments: Comments, paging: Paging) -> Page[CommentRead]:
    """Oldest first."""
    return paging.page(lambda request: comments.page(caller, task_id, request), CommentRead.of)


@router.post("", status_code=HTTPStatus.CREATED, responses=documented(HTTPStatus.PRECONDITION_FAILED))
def add_comment(task_id: TaskId, body: CommentWrite, caller: Caller, comments: Comments, once: Once) -> CommentRead:
    def answer(comment: Comment) -> Answer:
        return once.answer(HTTPStatus.CREATED, CommentRead.of(comment))

    return CommentRead.of(comments.add(caller, task_id, body.text, also=once.remember(answer)))


@router.patch("/{commentId}", responses=documented(HTTPStatus.PRECONDITION_FAILED))
def edit_comment(
    task_id: TaskId, comment_id: CommentId, body: CommentWrite, caller: Caller, comments: Comments
) -> CommentRead:
    """One's own."""
    return CommentRead.of(comments.edit(caller, task_id, comment_id, body.text))


@router.delete("/{commentId}", status_code=HTTPStatus.NO_CONTENT, responses=documented(HTTPStatus.PRECONDITION_FAILED))
def delete_comment(task_id: TaskId, comment_id: CommentId, caller: Caller, comments: Comments) -> None:
    """One's own."""
    comments.delete(caller, task_id, comment_id)
