"""New tables on a DynamoDB Local of a benchmark's own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import uuid4

from infra.local.table import create_table
from tests.conftest import Table
from tests.dynamodb_local import DynamoDBLocal


@contextmanager
def new_tables() -> Iterator[Callable[[], Table]]:
    with DynamoDBLocal.started() as server:
        yield lambda: _new_table(server)


def _new_table(server: DynamoDBLocal) -> Table:
    name = f"bench-{uuid4().hex}"
    create_table(server.client(), name, with_stream=False)
    return Table(server.client(), name)
