"""DynamoDB's attributes: what goes in comes out."""

import pytest

from app.repositories.attributes import from_attributes, to_attributes


def test_an_item_comes_back_as_it_went() -> None:
    item = {
        "text": "a",
        "number": 7,
        "truth": False,
        "list": ["a", 1],
        "map": {"inner": {"n": 2}},
        "empty": [],
        "none": [None],
    }
    assert from_attributes(to_attributes(item)) == item


def test_what_is_none_is_left_out_never_stored_empty() -> None:
    assert to_attributes({"PK": "a", "GSI1PK": None}) == {"PK": {"S": "a"}}


@pytest.mark.parametrize("attribute", [{"SS": ["a"]}, {"B": b"a"}, {"N": "1.5"}, {"S": "a", "N": "1"}, {}])
def test_what_baton_never_stores_is_not_read_as_something_else(attribute: dict[str, object]) -> None:
    with pytest.raises((KeyError, ValueError)):
        from_attributes({"name": attribute})
