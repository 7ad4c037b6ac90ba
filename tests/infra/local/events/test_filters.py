"""Which stream records wake which worker."""

import pytest

from infra.local.events.filters import NEW_EVENTS, REMOVED_TASKS, matches
from tests.infra.local.events.records import record


@pytest.mark.parametrize("sort_key", ["METADATA", "ASSIGN#1", "PROFILE", "EMAIL#1", "event#1", ""])
def test_a_write_that_is_no_event_wakes_nobody(sort_key: str) -> None:
    assert not matches(NEW_EVENTS, record(1, sort_key=sort_key))


@pytest.mark.parametrize("name", ["MODIFY", "REMOVE"])
def test_an_event_changed_or_removed_wakes_nobody(name: str) -> None:
    assert not matches(NEW_EVENTS, record(1, name=name))


def test_a_record_without_the_field_wakes_nobody() -> None:
    assert not matches(NEW_EVENTS, {"eventName": "INSERT", "dynamodb": {"Keys": {"SK": {"N": "1"}}}})
    assert not matches(NEW_EVENTS, {"eventName": "INSERT", "dynamodb": "text"})


def test_a_new_event_wakes_the_publisher() -> None:
    assert matches(NEW_EVENTS, record(1, sort_key="EVENT#01J"))


def test_alternatives_are_joined_by_or_and_fields_by_and() -> None:
    pattern = {"colour": ["red", {"prefix": "dark"}], "size": ["L"]}

    assert matches(pattern, {"colour": "red", "size": "L"})
    assert matches(pattern, {"colour": "dark blue", "size": "L"})
    assert not matches(pattern, {"colour": "blue", "size": "L"})
    assert not matches(pattern, {"colour": "red", "size": "S"})


def removal(partition_key: str, sort_key: str = "METADATA", name: str = "REMOVE") -> dict[str, object]:
    return {"eventName": name, "dynamodb": {"Keys": {"PK": {"S": partition_key}, "SK": {"S": sort_key}}}}


def test_a_removed_task_wakes_the_purger_and_nothing_else_does() -> None:
    assert matches(REMOVED_TASKS, removal("TASK#1"))
    assert not matches(REMOVED_TASKS, removal("PROJECT#1"))
    assert not matches(REMOVED_TASKS, removal("TASK#1", "COMMENT#1"))
    assert not matches(REMOVED_TASKS, removal("TASK#1", name="MODIFY"))
