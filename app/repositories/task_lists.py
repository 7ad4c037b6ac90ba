"""Lists of tasks, each one Query of the index made for it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from app.domain.pages import Page, PageRequest, all_rows
from app.domain.status import Status
from app.domain.tasks import KEPT_IN_TRASH, Task, TaskCard
from app.repositories import table
from app.repositories.pages import Range, count_rows, query_page
from app.repositories.task_items import to_card, to_task

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


class TaskListRepository:
    def __init__(self, client: "DynamoDBClient", table_name: str) -> None:
        self._client = client
        self._table_name = table_name

    def of_project(self, project_id: str, request: PageRequest) -> Page[TaskCard]:
        """Newest first."""
        rows = replace(_project_tasks(project_id), attributes=table.CARD_ATTRIBUTES)
        return self._page(rows, request)

    def of_project_in_full(self, project_id: str, request: PageRequest) -> Page[Task]:
        """Newest first, with descriptions: for whoever looks for a text."""
        return query_page(self._client, self._table_name, _project_tasks(project_id), request).map(to_task)

    def trash_of(self, project_id: str, request: PageRequest, now: datetime) -> Page[TaskCard]:
        """Last deleted first, without what has been there too long, which DynamoDB removes within days."""
        rows = Range(
            index=table.PROJECT_INDEX,
            partition=table.trash_partition(project_id),
            key_at=lambda position: table.task_key(table.id_at(position)),
            newest_first=True,
        )
        page = self._page(rows, request)
        living = tuple(card for card in page.items if card.deleted_at and card.deleted_at + KEPT_IN_TRASH > now)
        return Page(living, page.next_position)

    def of_column(self, project_id: str, status: Status, request: PageRequest) -> Page[TaskCard]:
        """A board column, in the order people gave it."""
        return self._page(_column(project_id, status), request)

    def count_column(self, project_id: str, status: Status, today: date) -> tuple[int, int]:
        """How many cards there are, and how many of them were due before today."""
        rows = _column(project_id, status)
        return count_rows(
            self._client, self._table_name, rows, where="dueDate < :today", values={":today": today.isoformat()}
        )

    def neighbour(self, project_id: str, status: Status, of: TaskCard, *, above: bool) -> TaskCard | None:
        """The card right above or below another in its column."""
        rows = replace(_column(project_id, status), newest_first=above)
        found = self._page(rows, PageRequest(1, table.column_position(of.rank, of.id))).items
        return found[0] if found else None

    def of_person(self, user_id: str, request: PageRequest) -> Page[TaskCard]:
        """A person's tasks: the open ones by due date, then the done ones, latest first.

        One Query a page: where the open ones end, the page ends, short if need be, and the next one starts
        with the done ones.
        """
        if request.position and request.position.startswith(table.DONE_PREFIX):
            return self._done(user_id, request)
        page = self._page(_user_tasks(user_id, table.OPEN_PREFIX), request)
        return page if page.next_position else Page(page.items, table.DONE_PREFIX)

    def all_of_person(self, user_id: str) -> Iterator[TaskCard]:
        """Every task of a person, in no particular order, megabyte by megabyte."""
        return all_rows(partial(self._page, _user_tasks(user_id, "")))

    def _done(self, user_id: str, request: PageRequest) -> Page[TaskCard]:
        is_start = request.position == table.DONE_PREFIX
        rows = _user_tasks(user_id, table.DONE_PREFIX, newest_first=True)
        return self._page(rows, PageRequest(request.limit) if is_start else request)

    def _page(self, rows: Range, request: PageRequest) -> Page[TaskCard]:
        return query_page(self._client, self._table_name, rows, request).map(to_card)


def position_in_project(card: TaskCard) -> str:
    return card.id


def position_in_column(card: TaskCard) -> str:
    return table.column_position(card.rank, card.id)


def position_in_trash(card: TaskCard) -> str:
    return table.trash_position(card.deleted_at or card.updated_at, card.id)


def _project_tasks(project_id: str) -> Range:
    return Range(
        index=table.PROJECT_INDEX,
        partition=table.project_tasks_partition(project_id),
        key_at=table.task_key,
        newest_first=True,
    )


def _column(project_id: str, status: Status) -> Range:
    return Range(
        index=table.STATUS_INDEX,
        partition=table.column_partition(project_id, status),
        key_at=lambda position: table.task_key(table.id_at(position)),
    )


def _user_tasks(user_id: str, prefix: str, *, newest_first: bool = False) -> Range:
    return Range(
        index=table.USER_TASKS_INDEX,
        partition=table.user_tasks_partition(user_id),
        key_at=lambda position: table.assignment_key(table.id_at(position), user_id),
        prefix=prefix,
        newest_first=newest_first,
    )
