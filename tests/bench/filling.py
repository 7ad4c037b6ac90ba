"""Fills a table with tasks, quickly: no history, and no care for races that nobody runs."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import batched, islice
from typing import Any

from fractional_indexing import generate_n_keys_between

from app.domain.people import User
from app.domain.tasks import Task
from app.repositories.attributes import to_attributes
from app.repositories.table import Item
from app.repositories.task_items import assignment_item, task_item
from tests import factories as make
from tests.conftest import Table

ITEMS_PER_BATCH = 25  # BatchWriteItem's limit
THREADS = 4
BATCHES_PER_LINE = 400


def fill(table: Table, size: int, assignees: Sequence[User], tell: Callable[[str], object]) -> list[Task]:
    tasks = list(_tasks(size, assignees))
    items = (item for task in tasks for item in _items(task))
    written = 0
    with ThreadPoolExecutor(THREADS) as threads:
        batches = batched(items, ITEMS_PER_BATCH)
        # Some at a time: a thread pool would take all of a hundred thousand tasks in at once.
        while some := list(islice(batches, BATCHES_PER_LINE)):
            list(threads.map(lambda batch: _write(table, batch), some))
            written += sum(map(len, some))
            tell(f"{written:,} of {size * (1 + len(assignees)):,} items")
    return tasks


def _tasks(size: int, assignees: Sequence[User]) -> Iterator[Task]:
    ids = tuple(user.id for user in assignees)
    ranks: list[str] = generate_n_keys_between(None, None, size)
    for number in range(size):
        yield replace(make.task(assignee_ids=ids, title=f"Task {number}"), rank=ranks[number])


def _items(task: Task) -> Iterator[Item]:
    yield task_item(task)
    for user_id in task.assignee_ids:
        yield assignment_item(task, user_id)


def _write(table: Table, items: Sequence[Item]) -> None:
    request: Any = {table.name: [{"PutRequest": {"Item": to_attributes(item)}} for item in items]}
    while request:
        request = table.client.batch_write_item(RequestItems=request)["UnprocessedItems"]
