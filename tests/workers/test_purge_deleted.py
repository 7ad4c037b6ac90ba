"""Purging: a removed task leaves nothing behind, and a failure loses nothing of the rest."""

import pytest
from botocore.exceptions import ClientError

from app.domain.errors import Unfinished
from app.domain.people import Principal, Role
from app.domain.projects import general_project
from app.repositories.attributes import to_attributes
from app.repositories.comments import CommentRepository
from app.repositories.people import PeopleRepository
from app.repositories.projects import ProjectRepository
from app.repositories.remains import RemainsRepository
from app.repositories.table import task_key
from app.repositories.tasks import TaskRepository
from app.services.comments import CommentService
from app.services.tasks import TaskService
from tests import factories as make
from tests.conftest import Table
from tests.lambda_events import removal_record
from workers.purge_deleted import handler, purge

THROTTLED = ClientError({"Error": {"Code": "ThrottlingException", "Message": "Slow down"}}, "Query")


class Failing(RemainsRepository):
    """Removes nothing of one task, for a reason that will pass."""

    def __init__(self, table: Table, failing_id: str, error: Exception) -> None:
        super().__init__(table.client, table.name)
        self.failing_id, self.error = failing_id, error

    def remove(self, task_id: str) -> int:
        if task_id == self.failing_id:
            raise self.error
        return super().remove(task_id)


def items_of(table: Table, task_id: str) -> int:
    answer = table.client.query(
        TableName=table.name,
        KeyConditionExpression="PK = :task",
        ExpressionAttributeValues=to_attributes({":task": f"TASK#{task_id}"}),
        Select="COUNT",
    )
    return answer["Count"]


@pytest.mark.parametrize("error", [THROTTLED, Unfinished("Busy.")])
def test_a_passing_failure_is_resumed_at_its_record(error: Exception, moto_table: Table) -> None:
    first, second, third = (make.new_ulid() for _ in range(3))
    records = [removal_record(task_id, number) for number, task_id in enumerate((first, second, third), start=1)]
    assert purge(records, Failing(moto_table, second, error)) == {"batchItemFailures": [{"itemIdentifier": "2"}]}


def test_the_handler_purges_what_the_stream_says_was_removed(
    moto_table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TABLE_NAME", moto_table.name)
    assert handler({"Records": [removal_record(make.new_ulid())]}, None) == {"batchItemFailures": []}


@pytest.mark.dynamodb_local
def test_a_task_with_everything_is_deleted_restored_and_purged_with_nothing_left(dynamodb_local_table: Table) -> None:
    table = dynamodb_local_table
    people, tasks = PeopleRepository(table.client, table.name), TaskRepository(table.client, table.name)
    ProjectRepository(table.client, table.name).create(general_project(make.NOW))
    crew = [make.user() for _ in range(20)]
    for user in crew:
        people.register(user)
    lead, service = Principal(crew[0].id, Role.ADMIN), TaskService(tasks)
    comments = CommentService(tasks, CommentRepository(table.client, table.name))
    task = service.create(lead, make.draft())
    # Before anybody is assigned: each comment renews every assignee's card.
    for number in range(500):
        comments.add(lead, task.id, f"Comment {number}")
    service.assign(lead, task.id, [user.id for user in crew])
    service.delete(lead, task.id)
    assert service.restore(lead, task.id).comment_count == 500
    service.delete(lead, task.id)
    # What DynamoDB does by itself when the time in the trash is over.
    table.client.delete_item(TableName=table.name, Key=to_attributes(task_key(task.id)))
    assert items_of(table, task.id) > 1000

    remains = RemainsRepository(table.client, table.name)
    for _ in range(2):
        assert purge([removal_record(task.id)], remains) == {"batchItemFailures": []}
    assert items_of(table, task.id) == 0
