"""The counter of active admins, as it stands in the table."""

from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.table import ADMIN_COUNT_KEY
from tests.conftest import Table


def admin_count(table: Table) -> int:
    answer = table.client.get_item(TableName=table.name, Key=to_attributes(ADMIN_COUNT_KEY), ConsistentRead=True)
    return int(from_attributes(answer["Item"])["count"]) if "Item" in answer else 0
