"""Comments in the table."""

from dataclasses import replace

import pytest

from app.domain.errors import NotFound
from app.repositories.comments import CommentRepository
from app.repositories.task_items import task_item
from app.repositories.transactions import put, write_transaction
from tests import factories as make
from tests.conftest import Table


@pytest.fixture
def comments(table: Table) -> CommentRepository:
    return CommentRepository(table.client, table.name)


def test_a_comment_on_a_task_that_is_gone_is_refused_whole(comments: CommentRepository) -> None:
    task = make.task()
    comment = make.comment(task_id=task.id)
    with pytest.raises(NotFound):
        comments.add(task, comment, make.event(task_id=task.id))
    assert comments.get(task.id, comment.id) is None


def test_a_comment_that_is_gone_cannot_be_changed_or_removed_again(comments: CommentRepository, table: Table) -> None:
    task = make.task()
    write_transaction(table.client, table.name, [put(task_item(task))])
    comment = make.comment(task_id=task.id)
    with pytest.raises(NotFound):
        comments.save(comment, replace(comment, text="b"), make.event(task_id=task.id))
    with pytest.raises(NotFound):
        comments.remove(task, comment, make.event(task_id=task.id))


def test_a_comment_comes_back_whole(comments: CommentRepository, table: Table) -> None:
    task = make.task()
    write_transaction(table.client, table.name, [put(task_item(task))])
    comment = make.comment(task_id=task.id, edited_at=make.NOW, version=2)
    comments.add(task, comment, make.event(task_id=task.id))
    assert comments.get(task.id, comment.id) == comment
    assert comments.of_task(task.id, make.page()).items == (comment,)
