"""Events as history, in the table."""

from app.repositories.event_items import event_item
from app.repositories.events import EventRepository
from app.repositories.transactions import put, write_transaction
from tests import factories as make
from tests.conftest import Table


def test_events_come_latest_first_of_the_task_or_project_alone(table: Table) -> None:
    one, other = make.new_ulid(), make.new_ulid()
    events = [make.event(task_id=task_id, project_id="P") for task_id in (one, other, one)]
    elsewhere = make.event(task_id=other, project_id="Q")
    write_transaction(table.client, table.name, [put(event_item(event)) for event in (*events, elsewhere)])
    repository = EventRepository(table.client, table.name)
    assert [event.id for event in repository.of_task(one, make.page()).items] == [events[2].id, events[0].id]
    found = repository.of_project("P", make.page()).items
    assert {event.id for event in found} == {event.id for event in events}
    assert [event.id for event in found] == sorted((event.id for event in found), reverse=True)
