"""Event filter patterns as Lambda reads them: which records a worker is woken for."""

from collections.abc import Mapping
from typing import Any

Pattern = Mapping[str, Any]

# What publish_events is woken for: a new EVENT item, and no other write.
NEW_EVENTS: Pattern = {
    "eventName": ["INSERT"],
    "dynamodb": {"Keys": {"SK": {"S": [{"prefix": "EVENT#"}]}}},
}

# What purge_deleted is woken for: a task that has been removed for good.
REMOVED_TASKS: Pattern = {
    "eventName": ["REMOVE"],
    "dynamodb": {"Keys": {"PK": {"S": [{"prefix": "TASK#"}]}, "SK": {"S": ["METADATA"]}}},
}


def matches(pattern: Pattern, record: Mapping[str, Any]) -> bool:
    """A pattern's lists hold alternatives, each a value or {"prefix": text}."""
    return all(_field_matches(wanted, record.get(name)) for name, wanted in pattern.items())


def _field_matches(wanted: Any, found: Any) -> bool:
    if isinstance(wanted, Mapping):
        return isinstance(found, Mapping) and matches(wanted, found)
    return any(_value_matches(alternative, found) for alternative in wanted)


def _value_matches(alternative: Any, found: Any) -> bool:
    if isinstance(alternative, Mapping):
        return isinstance(found, str) and found.startswith(alternative["prefix"])
    return bool(alternative == found)
