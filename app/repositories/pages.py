"""One page of an index: a query, its items, and the position after which the next page starts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.domain.pages import Page, PageRequest
from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.table import Index, Item, Key

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


@dataclass(frozen=True)
class Range:
    """A stretch of one index partition, and how to find a position's item in the table again."""

    index: Index
    partition: str
    key_at: Callable[[str], Key]
    prefix: str = ""
    newest_first: bool = False
    attributes: tuple[str, ...] = ()  # empty: all that the index holds


def query_page(client: "DynamoDBClient", table_name: str, rows: Range, request: PageRequest) -> Page[Item]:
    """One Query."""
    answer = client.query(**_query(table_name, rows, request))
    last = answer.get("LastEvaluatedKey")
    position = from_attributes(last)[rows.index.sort] if last else None
    return Page(tuple(from_attributes(item) for item in answer["Items"]), position)


def count_rows(
    client: "DynamoDBClient", table_name: str, rows: Range, *, where: str, values: Mapping[str, Any]
) -> tuple[int, int]:
    """How many rows there are, and how many of them the filter `where` keeps. No row leaves the database."""
    query = _query(table_name, rows, PageRequest())
    del query["Limit"]  # a megabyte a round trip
    query |= {"Select": "COUNT", "FilterExpression": where}
    query["ExpressionAttributeValues"] |= to_attributes(values)
    total = kept = 0
    for answer in client.get_paginator("query").paginate(**query):
        total, kept = total + answer["ScannedCount"], kept + answer["Count"]
    return total, kept


def _query(table_name: str, rows: Range, request: PageRequest) -> dict[str, Any]:
    names = {"#partition": rows.index.partition}
    values = {":partition": rows.partition}
    condition = "#partition = :partition"
    if rows.prefix:
        names["#sort"] = rows.index.sort
        values[":prefix"] = rows.prefix
        condition += " AND begins_with(#sort, :prefix)"
    query: dict[str, Any] = {
        "TableName": table_name,
        "KeyConditionExpression": condition,
        "ScanIndexForward": not rows.newest_first,
        "Limit": request.limit,
    }
    if rows.index.name:
        query["IndexName"] = rows.index.name
    if rows.attributes:
        query["ProjectionExpression"] = ", ".join(f"#{name}" for name in rows.attributes)
        names |= {f"#{name}": name for name in rows.attributes}
    if request.position:
        query["ExclusiveStartKey"] = to_attributes(_start_key(rows, request.position))
    return query | {"ExpressionAttributeNames": names, "ExpressionAttributeValues": to_attributes(values)}


def _start_key(rows: Range, position: str) -> Key:
    return {**rows.key_at(position), rows.index.partition: rows.partition, rows.index.sort: position}
