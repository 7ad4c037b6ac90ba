"""Python values to DynamoDB's attributes and back."""

from collections.abc import Callable, Mapping
from typing import Any

from boto3.dynamodb.types import TypeSerializer

from app.repositories.table import Item

_serialize = TypeSerializer().serialize


def to_attributes(item: Mapping[str, Any]) -> dict[str, Any]:
    """An item as DynamoDB takes it. What is None is left out."""
    return {name: _serialize(value) for name, value in item.items() if value is not None}


def from_attributes(attributes: Mapping[str, Any]) -> Item:
    """Raises KeyError or ValueError for what Baton never stores: sets, bytes, and numbers that are not whole.

    boto3's own way back makes every number a Decimal first: a third of what a column of the board costs.
    """
    return {name: _value(attribute) for name, attribute in attributes.items()}


def _value(attribute: Mapping[str, Any]) -> Any:
    ((kind, value),) = attribute.items()
    return _READERS[kind](value)


_READERS: dict[str, Callable[[Any], Any]] = {
    "S": str,
    "N": int,
    "BOOL": bool,
    "NULL": lambda _: None,
    "M": from_attributes,
    "L": lambda values: [_value(value) for value in values],
}
