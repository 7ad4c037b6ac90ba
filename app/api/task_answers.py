"""The answer that most changes of a task give: the task as it is now, its version as ETag."""

from http import HTTPStatus

from app.api.once import OneRequest
from app.api.schemas.tasks import TaskRead
from app.api.versions import etag
from app.domain.answers import Answer
from app.domain.tasks import Task
from app.services.answers import Also


def also_keep(once: OneRequest) -> Also[Task]:
    """The answer, to be kept with the change."""

    def answer(task: Task) -> Answer:
        return once.answer(HTTPStatus.OK, TaskRead.of(task), {"ETag": etag(task)})

    return once.remember(answer)
