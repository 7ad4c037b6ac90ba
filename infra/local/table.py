"""The one table, made as Terraform makes it: keys, four indexes, stream and expiry."""

from typing import TYPE_CHECKING, Any

from app.repositories.table import CARD_ATTRIBUTES, DUE_INDEX, INDEXES, STATUS_INDEX, Index

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

# The board reads cards only. The project index also serves events, people and projects, whose attributes
# together pass the 20 that a projection can name.
PROJECTIONS: dict[Index, dict[str, Any]] = {
    STATUS_INDEX: {"ProjectionType": "INCLUDE", "NonKeyAttributes": list(CARD_ATTRIBUTES)},
    DUE_INDEX: {"ProjectionType": "KEYS_ONLY"},
}


def create_table(client: "DynamoDBClient", name: str, *, with_stream: bool = True) -> None:
    """Makes the table and waits until it can be used; does nothing where it exists.

    With a stream DynamoDB Local looks through all that the stream holds at every write: after 10,000 of them it
    writes at a twentieth of its speed. What reads no stream does better without.
    """
    if name in client.list_tables()["TableNames"]:
        return
    definition = table_definition(name)
    if not with_stream:
        del definition["StreamSpecification"]
    client.create_table(**definition)
    client.get_waiter("table_exists").wait(TableName=name, WaiterConfig={"Delay": 1})
    client.update_time_to_live(TableName=name, TimeToLiveSpecification={"Enabled": True, "AttributeName": "expiresAt"})


def table_definition(name: str) -> dict[str, Any]:
    keys = ["PK", "SK", *(key for index in INDEXES for key in (index.partition, index.sort))]
    return {
        "TableName": name,
        "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [{"AttributeName": key, "AttributeType": "S"} for key in keys],
        "KeySchema": _key_schema("PK", "SK"),
        "GlobalSecondaryIndexes": [_index_definition(index) for index in INDEXES],
        "StreamSpecification": {"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"},
    }


def _index_definition(index: Index) -> dict[str, Any]:
    return {
        "IndexName": index.name,
        "KeySchema": _key_schema(index.partition, index.sort),
        "Projection": PROJECTIONS.get(index, {"ProjectionType": "ALL"}),
    }


def _key_schema(partition: str, sort: str) -> list[dict[str, str]]:
    return [{"AttributeName": partition, "KeyType": "HASH"}, {"AttributeName": sort, "KeyType": "RANGE"}]
