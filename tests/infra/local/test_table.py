"""The one table, made once, with its stream or without."""

from infra.local.table import create_table
from tests.conftest import Table


def test_making_it_again_leaves_it_as_it_is(moto_table: Table) -> None:
    client, name = moto_table.client, moto_table.name
    client.put_item(TableName=name, Item={"PK": {"S": "TASK#1"}, "SK": {"S": "TASK"}})

    create_table(client, name)

    assert client.scan(TableName=name)["Count"] == 1


def test_what_expires_is_told_by_its_attribute(moto_table: Table) -> None:
    told = moto_table.client.describe_time_to_live(TableName=moto_table.name)["TimeToLiveDescription"]

    assert (told["TimeToLiveStatus"], told["AttributeName"]) == ("ENABLED", "expiresAt")


def test_it_has_a_stream_unless_nobody_reads_one(moto_table: Table) -> None:
    client = moto_table.client
    create_table(client, "unread", with_stream=False)

    with_stream = client.describe_table(TableName=moto_table.name)["Table"]
    without = client.describe_table(TableName="unread")["Table"]

    assert with_stream["StreamSpecification"] == {"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"}
    assert "LatestStreamArn" not in without
