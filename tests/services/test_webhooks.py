"""The webhook as admins use it, on a table and a queue that may fail."""

from datetime import timedelta

import pytest

from app.domain.errors import Invalid, NotFound, Unfinished
from app.domain.events import Event
from app.domain.webhooks import ATTEMPTS, WebhookDelivery, WebhookDeliveryState
from app.repositories.webhook_deliveries import KEPT, WebhookDeliveryRepository
from app.repositories.webhook_queue import WebhookQueue
from app.repositories.webhooks import WebhookRepository
from app.services.webhooks import WebhookService
from tests import factories as make
from tests.conftest import Table

URL = "https://hooks.example.com/baton"
LATER = make.NOW + timedelta(days=1)


class Queue(WebhookQueue):
    """Notes what it is given, after looking at the log of that moment; or fails."""

    def __init__(self, deliveries: WebhookDeliveryRepository) -> None:
        self.deliveries = deliveries
        self.taken: list[tuple[Event, WebhookDelivery]] = []
        self.failure: Exception | None = None

    def put(self, event: Event) -> None:
        if self.failure:
            raise self.failure
        self.taken.append((event, self.deliveries.get_many([event.id], LATER)[event.id]))


@pytest.fixture
def queue(moto_table: Table) -> Queue:
    return Queue(WebhookDeliveryRepository(moto_table.client, moto_table.name))


@pytest.fixture
def service(moto_table: Table, queue: Queue) -> WebhookService:
    webhooks = WebhookRepository(moto_table.client, moto_table.name)
    return WebhookService(webhooks, queue.deliveries, queue, private_addresses=False, clock=lambda: LATER)


def test_an_address_inside_is_refused_and_sets_nothing(service: WebhookService) -> None:
    with pytest.raises(Invalid, match="private network"):
        service.set(make.admin(), "https://169.254.169.254/latest/meta-data")
    with pytest.raises(NotFound):
        service.find()


def test_without_a_webhook_nothing_is_sent_again(service: WebhookService, queue: Queue) -> None:
    delivery = make.webhook_delivery()
    queue.deliveries.put(delivery)
    with pytest.raises(NotFound, match="No webhook"):
        service.redeliver(delivery.event.id)
    assert queue.taken == []


def test_an_event_that_was_never_sent_or_too_long_ago_is_not_sent_again(service: WebhookService, queue: Queue) -> None:
    service.set(make.admin(), URL)
    old = make.webhook_delivery(updated_at=LATER - KEPT)
    queue.deliveries.put(old)
    for event_id in (make.new_ulid(), old.event.id):
        with pytest.raises(NotFound, match="30 days"):
            service.redeliver(event_id)
    assert queue.taken == []


def test_each_setting_makes_a_new_secret_and_says_by_whom_and_when(service: WebhookService) -> None:
    ada = make.admin()
    first, second = service.set(make.admin(), "https://other.example.com"), service.set(ada, URL)
    assert first.secret != second.secret
    assert (second.url, second.created_by, second.created_at) == (URL, ada.user_id, LATER)
    assert service.find() == second


@pytest.mark.parametrize("state", list(WebhookDeliveryState))
def test_the_log_says_that_an_event_waits_before_the_queue_has_it(
    state: WebhookDeliveryState, service: WebhookService, queue: Queue
) -> None:
    service.set(make.admin(), URL)
    before = make.webhook_delivery(state=state, attempts=ATTEMPTS, last_status=500)
    queue.deliveries.put(before)
    waiting = WebhookDelivery(before.event, LATER)
    assert service.redeliver(before.event.id) == waiting
    assert queue.taken == [(before.event, waiting)]


def test_what_the_queue_did_not_take_is_taken_the_next_time(service: WebhookService, queue: Queue) -> None:
    service.set(make.admin(), URL)
    delivery = make.webhook_delivery(state=WebhookDeliveryState.FAILED, attempts=ATTEMPTS)
    queue.deliveries.put(delivery)
    queue.failure = Unfinished("Send the same request again.")
    with pytest.raises(Unfinished):
        service.redeliver(delivery.event.id)
    queue.failure = None
    service.redeliver(delivery.event.id)
    assert [event for event, _ in queue.taken] == [delivery.event]


def test_a_laptop_may_call_itself(service: WebhookService, queue: Queue) -> None:
    local = WebhookService(service.webhooks, queue.deliveries, queue, private_addresses=True)
    assert local.set(make.admin(), "http://127.0.0.1:9000/").url == "http://127.0.0.1:9000/"
