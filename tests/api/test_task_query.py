"""What narrows and orders a list."""

from datetime import date

from app.api.task_query import task_query
from app.domain.status import Status
from app.domain.task_filter import EVERYTHING, TaskFilter
from app.services.task_lists import Sort, TaskQuery


def test_an_address_that_says_nothing_asks_for_everything() -> None:
    assert task_query() == TaskQuery(EVERYTHING)


def test_what_an_address_says_is_the_filter() -> None:
    query = task_query(status=[Status.OPEN], due_from=date(2026, 3, 9), q=" engine ", sort=Sort.CREATED)
    assert query == TaskQuery(
        TaskFilter(statuses=(Status.OPEN,), due_from=date(2026, 3, 9), text="engine"), sort=Sort.CREATED
    )
