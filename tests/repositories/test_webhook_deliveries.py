"""The webhook's log: an entry an event, latest first, kept for thirty days."""

from dataclasses import replace
from datetime import timedelta

import pytest
from botocore.exceptions import ClientError

from app.domain.events import EventType, FieldChange
from app.domain.webhooks import WebhookDelivery, WebhookDeliveryState
from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.webhook_deliveries import KEPT, Overtaken, WebhookDeliveryRepository
from tests import factories as make
from tests.conftest import Table


@pytest.fixture
def deliveries(table: Table) -> WebhookDeliveryRepository:
    return WebhookDeliveryRepository(table.client, table.name)


def logged(deliveries: WebhookDeliveryRepository, delivery: WebhookDelivery) -> WebhookDelivery | None:
    return deliveries.get_many([delivery.event.id], make.NOW).get(delivery.event.id)


@pytest.mark.parametrize(
    "now",
    [
        make.webhook_delivery(attempts=2),
        make.webhook_delivery(state=WebhookDeliveryState.DELIVERED, attempts=1),
        make.webhook_delivery(state=WebhookDeliveryState.FAILED, attempts=1),
    ],
    ids=["tried again", "delivered", "given up"],
)
def test_what_changed_since_it_was_read_is_not_written_over(
    now: WebhookDelivery, deliveries: WebhookDeliveryRepository
) -> None:
    seen = replace(now, state=WebhookDeliveryState.WAITING, attempts=1)
    deliveries.put(now)
    with pytest.raises(Overtaken):
        deliveries.put_after(seen, replace(seen, attempts=2))
    assert logged(deliveries, now) == now


def test_a_fault_of_the_database_is_no_refusal(table: Table) -> None:
    with pytest.raises(ClientError):
        WebhookDeliveryRepository(table.client, "no-such-table").put_after(
            make.webhook_delivery(), make.webhook_delivery()
        )


def test_what_is_as_it_was_read_is_replaced(deliveries: WebhookDeliveryRepository) -> None:
    before = make.webhook_delivery()
    first, second = replace(before, attempts=1, last_error="No"), replace(before, attempts=2, last_status=500)
    deliveries.put_after(before, first)
    deliveries.put_after(first, second)
    assert logged(deliveries, before) == second


def test_an_entry_holds_the_event_whole(deliveries: WebhookDeliveryRepository) -> None:
    event = make.event(
        type=EventType.TASK_UPDATED,
        changes={"labels": FieldChange([], ["a"]), "dueDate": FieldChange(None, "2026-03-02")},
        recipient_ids=(),
        bulk_id="B1",
        request_id="R1",
    )
    delivery = make.webhook_delivery(event=event, attempts=3, last_status=500, last_error="No")
    deliveries.put(delivery)
    assert logged(deliveries, delivery) == delivery


def test_several_are_found_at_once_one_asked_for_twice_too(deliveries: WebhookDeliveryRepository) -> None:
    one, two = make.webhook_delivery(), make.webhook_delivery()
    deliveries.put(one)
    deliveries.put(two)
    found = deliveries.get_many([one.event.id, one.event.id, two.event.id, make.new_ulid()], make.NOW)
    assert found == {one.event.id: one, two.event.id: two}


def test_the_log_comes_latest_event_first_and_a_page_at_a_time(deliveries: WebhookDeliveryRepository) -> None:
    ids = [f"{number:026}" for number in range(5)]
    for event_id in ids:
        deliveries.put(make.webhook_delivery(event=make.event(id=event_id)))
    found, request = [], make.page(2)
    while True:
        page = deliveries.page(request, make.NOW)
        found += [delivery.event.id for delivery in page.items]
        if page.next_position is None:
            break
        request = make.page(2, page.next_position)
    assert found == ids[::-1]


def test_after_thirty_days_an_entry_is_gone_whether_it_was_removed_or_not(
    deliveries: WebhookDeliveryRepository, table: Table
) -> None:
    delivery = make.webhook_delivery(attempts=4)
    deliveries.put(delivery)
    key = to_attributes({"PK": "WEBHOOK", "SK": f"DELIVERY#{delivery.event.id}"})
    item = from_attributes(table.client.get_item(TableName=table.name, Key=key)["Item"])
    assert item["expiresAt"] == int((make.NOW + timedelta(days=30)).timestamp())
    late = make.NOW + KEPT
    assert deliveries.get_many([delivery.event.id], late - timedelta(seconds=1)) != {}
    assert deliveries.get_many([delivery.event.id], late) == {}
    assert deliveries.page(make.page(), late).items == ()
    anew = WebhookDelivery(delivery.event, late, attempts=1)
    deliveries.put_after(WebhookDelivery(delivery.event, late), anew)
    assert deliveries.get_many([delivery.event.id], late) == {delivery.event.id: anew}
