"""Pages of an index."""

import pytest

from app.domain.pages import PageRequest
from app.repositories import table as keys
from app.repositories.attributes import to_attributes
from app.repositories.pages import Range, query_page
from app.repositories.transactions import put, write_transaction
from tests.conftest import Table


def rows(*, newest_first: bool = False, prefix: str = "") -> Range:
    return Range(
        index=keys.PROJECT_INDEX,
        partition="PROJECT#P#TASKS",
        key_at=keys.task_key,
        newest_first=newest_first,
        prefix=prefix,
        attributes=("id", "colour"),
    )


@pytest.fixture
def filled(table: Table) -> Table:
    for number, colour in enumerate(["red", "blue", "red", "blue", "red"]):
        item_id = f"T{number}"
        item = {**keys.task_key(item_id), "id": item_id, "colour": colour, "secret": "x"}
        index_keys = {"GSI3PK": "PROJECT#P#TASKS", "GSI3SK": item_id}
        write_transaction(table.client, table.name, [put({**item, **index_keys})])
    return table


def walk(table: Table, stretch: Range, limit: int) -> list[str]:
    found: list[str] = []
    position = None
    while True:
        page = query_page(table.client, table.name, stretch, PageRequest(limit, position))
        found += [item["id"] for item in page.items]
        position = page.next_position
        if position is None:
            return found


@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_pages_of_any_size_give_every_row_once_in_order(filled: Table, limit: int) -> None:
    assert walk(filled, rows(), limit) == ["T0", "T1", "T2", "T3", "T4"]
    assert walk(filled, rows(newest_first=True), limit) == ["T4", "T3", "T2", "T1", "T0"]


def test_a_position_whose_item_is_gone_still_leads_on(filled: Table) -> None:
    key = to_attributes(keys.task_key("T2"))
    filled.client.delete_item(TableName=filled.name, Key=key)
    page = query_page(filled.client, filled.name, rows(), PageRequest(10, "T2"))
    assert [item["id"] for item in page.items] == ["T3", "T4"]


def test_a_prefix_narrows_the_stretch(filled: Table) -> None:
    assert walk(filled, rows(prefix="T3"), 100) == ["T3"]


def test_only_the_named_attributes_are_read(filled: Table) -> None:
    page = query_page(filled.client, filled.name, rows(), PageRequest(1))
    assert page.items == ({"id": "T0", "colour": "red"},)
