"""What can be done with comments, by those who may see the task."""

from dataclasses import dataclass
from datetime import datetime

from app.domain import events
from app.domain.comments import Comment, require_author, with_text
from app.domain.errors import NotFound
from app.domain.events import Occasion
from app.domain.pages import Page, PageRequest
from app.domain.people import Principal
from app.domain.tasks import Task, require_visible
from app.repositories.comments import CommentRepository
from app.repositories.tasks import TaskRepository
from app.services.answers import Also, nothing
from app.services.changes import until_fresh
from app.services.clock import Clock, new_id, utc_now


@dataclass(frozen=True)
class CommentService:
    tasks: TaskRepository
    comments: CommentRepository
    clock: Clock = utc_now

    def page(self, principal: Principal, task_id: str, request: PageRequest) -> Page[Comment]:
        """Oldest first."""
        self._task(principal, task_id)
        return self.comments.of_task(task_id, request)

    def add(self, principal: Principal, task_id: str, text: str, *, also: Also[Comment] = nothing) -> Comment:
        def attempt() -> Comment:
            task, now = self._task(principal, task_id), self.clock()
            comment = Comment(new_id(now), task_id, principal.user_id, text, now)
            event = events.comment_added(task, comment, _occasion(principal, now))
            self.comments.add(task, comment, event, also(comment))
            return comment

        return until_fresh(attempt)

    def edit(self, principal: Principal, task_id: str, comment_id: str, text: str) -> Comment:
        task, before = self._own(principal, task_id, comment_id)
        now = self.clock()
        after = with_text(before, text, now)
        if after is not before:
            self.comments.save(before, after, events.comment_edited(task, before, after, _occasion(principal, now)))
        return after

    def delete(self, principal: Principal, task_id: str, comment_id: str) -> None:
        def attempt() -> None:
            task, comment = self._own(principal, task_id, comment_id)
            event = events.comment_deleted(task, comment, _occasion(principal, self.clock()))
            self.comments.remove(task, comment, event)

        until_fresh(attempt)

    def _own(self, principal: Principal, task_id: str, comment_id: str) -> tuple[Task, Comment]:
        task = self._task(principal, task_id)
        comment = self.comments.get(task_id, comment_id)
        if comment is None:
            raise NotFound("There is no such comment.")
        require_author(comment, principal)
        return task, comment

    def _task(self, principal: Principal, task_id: str) -> Task:
        return require_visible(self.tasks.get(task_id), principal)


def _occasion(principal: Principal, at: datetime) -> Occasion:
    return Occasion.of(principal, new_id(at), at)
