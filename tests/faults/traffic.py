"""What a team does: tasks created, assigned, moved along and commented on, with broken records in between."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random

from app.domain.events import NOTIFICATION_OF, Event
from app.domain.people import Principal, Role, User
from app.domain.projects import general_project
from app.domain.status import Status
from app.domain.tasks import Task
from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.comments import CommentRepository
from app.repositories.event_items import to_event
from app.repositories.people import PeopleRepository
from app.repositories.projects import ProjectRepository
from app.repositories.table import EVENT_PREFIX, Item, event_key, task_key
from app.repositories.tasks import TaskRepository
from app.services.clock import new_id
from app.services.comments import CommentService
from app.services.tasks import TaskService
from tests import factories as make
from tests.conftest import Table

PEOPLE = 12
ASSIGNEES = 2
ROUNDS_PER_TASK = 9  # each a change of status and a comment
POISON_SHARE = 0.01
ONWARD = {
    Status.OPEN: Status.IN_PROGRESS,
    Status.IN_PROGRESS: Status.UNDER_REVIEW,
    Status.UNDER_REVIEW: Status.IN_PROGRESS,
}
BROKEN: tuple[Item, ...] = ({}, {"schema": 2}, {"schema": 1, "type": "TASK_SUNG"}, {"schema": "one", "changes": []})


@dataclass
class Traffic:
    """What was written, so that what arrives can be held against it."""

    events: list[Event] = field(default_factory=list)
    poison: set[str] = field(default_factory=set)

    @property
    def deliveries(self) -> set[tuple[str, str]]:
        """(event id, user id) of every mail that is due."""
        told = (event for event in self.events if event.type in NOTIFICATION_OF)
        return {(event.id, user_id) for event in told for user_id in event.recipient_ids}


class Team:
    def __init__(self, table: Table, random: Random) -> None:
        self._table = table
        self._random = random
        tasks = TaskRepository(table.client, table.name)
        self._tasks = TaskService(tasks)
        self._comments = CommentService(tasks, CommentRepository(table.client, table.name))
        self._lead, *self._members = _registered(table)

    def work(self, count: int) -> Iterator[Traffic]:
        """At least `count` events; what has been done so far, after each task."""
        traffic = Traffic()
        while len(traffic.events) < count:
            self._one_task(traffic)
            yield traffic

    def _one_task(self, traffic: Traffic) -> None:
        admin = Principal(self._lead.id, Role.ADMIN)
        assignees = self._random.sample(self._members, ASSIGNEES)
        task = self._tasks.create(admin, make.draft(assignee_ids=tuple(user.id for user in assignees)))
        for _ in range(ROUNDS_PER_TASK):
            status = self._tasks.get(admin, task.id).status
            self._tasks.change_status(Principal(assignees[0].id, Role.MEMBER), task.id, ONWARD[status])
            self._comments.add(admin, task.id, "Looks good")
            self._break(task, traffic)
        traffic.events += self._history(task, traffic)

    def _break(self, task: Task, traffic: Traffic) -> None:
        """Sometimes a record that no version of Baton can read, in the midst of a task's others."""
        if self._random.random() < 2 * POISON_SHARE:  # twice: one chance for two events
            key = event_key(task.id, new_id(datetime.now(UTC)))
            item = to_attributes({**key, **self._random.choice(BROKEN)})
            self._table.client.put_item(TableName=self._table.name, Item=item)
            traffic.poison.add(key["SK"])

    def _history(self, task: Task, traffic: Traffic) -> list[Event]:
        answer = self._table.client.query(
            TableName=self._table.name,
            KeyConditionExpression="PK = :task AND begins_with(SK, :event)",
            ExpressionAttributeValues=to_attributes({":task": task_key(task.id)["PK"], ":event": EVENT_PREFIX}),
        )
        items = (from_attributes(item) for item in answer["Items"])
        return [to_event(item) for item in items if item["SK"] not in traffic.poison]


def _registered(table: Table) -> Sequence[User]:
    """An admin, then members."""
    ProjectRepository(table.client, table.name).create(general_project(make.NOW))
    people = PeopleRepository(table.client, table.name)
    users = [make.user(name=f"Member {number}", email=f"member-{number}@example.com") for number in range(PEOPLE)]
    users.insert(0, make.user(name="Ada Admin", email="admin@example.com", role=Role.ADMIN))
    for user in users:
        people.register(user)
    return users
