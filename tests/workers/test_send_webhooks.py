"""The webhook: every event to the team's address, tried for a day, and written down whatever became of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from threading import Event as Signal

import pytest

from app.domain.webhooks import ATTEMPTS, PAUSES, REMOVED, WebhookDelivery, WebhookDeliveryState, restarted
from app.repositories.webhook_deliveries import WebhookDeliveryRepository
from tests import factories as make
from tests.conftest import Table
from tests.lambda_events import queue_record, queue_record_of
from tests.workers.webhook_post import ALL_DONE, THROTTLED, Address, Post, bring_again, counted, post_on
from workers.outgoing import Unreached
from workers.send_webhooks import send_webhooks


@pytest.fixture
def post(moto_table: Table) -> Post:
    return post_on(moto_table, make.webhook())


@pytest.mark.parametrize("body", ["", "{", "[]", "null", "7", "{}", '{"schema": 2}', '{"schema": 1, "type": "X"}'])
def test_a_message_that_is_no_event_is_left_to_the_queue_and_delays_nobody(body: str, post: Post) -> None:
    event = make.event()
    records = [queue_record_of(body, "broken"), queue_record(event, "fine")]
    assert send_webhooks(records, post.courier) == bring_again("broken")
    assert post.address.ids == [event.id]
    assert post.queue.hidden == {}


def test_where_no_webhook_is_set_nothing_is_sent_nor_written(post: Post) -> None:
    post.courier.webhooks.remove()
    event = make.event()
    assert post.deliver(event) == ALL_DONE
    assert post.address.taken == []
    assert post.log(event) is None


def test_what_waits_when_the_webhook_is_removed_is_given_up(post: Post, capsys: pytest.CaptureFixture[str]) -> None:
    event, post.address.answer = make.event(), 500
    post.deliver(event)
    post.courier.webhooks.remove()
    assert post.deliver(event) == ALL_DONE
    found = post.known(event)
    assert (found.state, found.attempts, found.last_error) == (WebhookDeliveryState.FAILED, 1, REMOVED)
    assert counted(capsys)["WebhooksFailed"] == 1


def test_what_somebody_asked_for_again_is_given_up_when_the_webhook_is_removed(post: Post) -> None:
    event = make.event()
    post.courier.deliveries.put(restarted(make.webhook_delivery(event=event), make.NOW))
    post.courier.webhooks.remove()
    assert post.deliver(event) == ALL_DONE
    found = post.known(event)
    assert (found.state, found.attempts, found.last_error) == (WebhookDeliveryState.FAILED, 0, REMOVED)


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        (500, 500, None),
        (410, 410, None),
        (404, 404, None),
        (301, 301, "Redirects are not followed. Set the address that this one leads to."),
        (Unreached("The connection was refused."), None, "The connection was refused."),
    ],
)
def test_what_was_not_taken_waits_hidden_and_the_log_says_why(
    answer: int | Exception, code: int | None, words: str | None, post: Post, capsys: pytest.CaptureFixture[str]
) -> None:
    event, post.address.answer = make.event(), answer
    assert post.deliver(event) == bring_again("message-0")
    assert post.queue.hidden == {"message-0": 30}
    found = post.known(event)
    assert found == WebhookDelivery(event, make.NOW, WebhookDeliveryState.WAITING, 1, code, words)
    assert counted(capsys) == {"WebhooksDelivered": 0, "WebhooksPostponed": 1, "WebhooksFailed": 0}


def test_it_is_tried_for_a_day_at_growing_intervals_and_then_given_up(
    post: Post, capsys: pytest.CaptureFixture[str]
) -> None:
    event, pauses, post.address.answer = make.event(), [], 503
    while post.deliver(event) != ALL_DONE:
        pauses.append(timedelta(seconds=post.queue.hidden["message-0"]))
        post.clock.now += pauses[-1]
    assert tuple(pauses) == PAUSES
    assert len(post.address.taken) == ATTEMPTS
    found = post.known(event)
    assert (found.state, found.attempts, found.last_status) == (WebhookDeliveryState.FAILED, ATTEMPTS, 503)
    assert counted(capsys) == {"WebhooksDelivered": 0, "WebhooksPostponed": 0, "WebhooksFailed": 1}
    assert post.deliver(event) == ALL_DONE
    assert len(post.address.taken) == ATTEMPTS, "a copy of the message that comes later changes nothing"


def test_an_attempt_is_counted_by_the_log_not_by_how_often_the_queue_brought_it(post: Post) -> None:
    event, post.address.answer = make.event(), 500
    record = queue_record(event)
    record["attributes"]["ApproximateReceiveCount"] = "9"
    send_webhooks([record], post.courier)
    assert post.known(event).attempts == 1


def test_an_event_brought_again_after_it_was_taken_is_not_sent_again(post: Post) -> None:
    event = make.event()
    assert post.deliver(event) == ALL_DONE
    assert post.deliver(event) == ALL_DONE
    assert len(post.address.taken) == 1


@pytest.mark.parametrize("state", [WebhookDeliveryState.DELIVERED, WebhookDeliveryState.FAILED])
def test_what_an_admin_asks_for_again_is_sent_again_and_tried_as_often_as_the_first_time(
    state: WebhookDeliveryState, post: Post
) -> None:
    event, post.address.answer = make.event(), 500
    over = make.webhook_delivery(event=event, state=state, attempts=ATTEMPTS)
    post.courier.deliveries.put(restarted(over, make.NOW))
    assert post.deliver(event) == bring_again("message-0")
    post.address.answer = 200
    assert post.deliver(event) == ALL_DONE
    found = post.known(event)
    assert (found.state, found.attempts, len(post.address.taken)) == (WebhookDeliveryState.DELIVERED, 2, 2)


def test_one_event_that_fails_keeps_no_other_from_being_delivered(post: Post) -> None:
    events = [make.event() for _ in range(10)]
    post.address.answers = {events[3].id: 500, events[7].id: Unreached("No answer in time.")}
    assert post.deliver(*events) == bring_again("message-3", "message-7")
    assert post.address.ids == sorted(event.id for event in events)
    states = [post.known(event).state for event in events]
    assert states.count(WebhookDeliveryState.DELIVERED) == 8


def test_an_address_that_outlasts_every_patience_is_not_waited_for(post: Post) -> None:
    slow, quick = make.event(), make.event()
    post.address.slow[slow.id] = Signal()
    records = [queue_record(slow, "slow"), queue_record(quick, "quick")]
    assert send_webhooks(records, replace(post.courier, longest_send=0.5)) == bring_again("slow")
    post.address.slow[slow.id].set()
    assert post.known(slow).last_error == "No answer in time."
    assert post.known(quick).state is WebhookDeliveryState.DELIVERED


def test_a_whole_batch_takes_as_long_as_its_slowest(post: Post) -> None:
    events = [make.event() for _ in range(10)]
    meeting = Signal()
    post.address.slow = {event.id: meeting for event in events}

    class Last(Address):
        def __call__(self, url: str, headers: Mapping[str, str], body: bytes) -> int:
            if len(post.address.taken) == len(events) - 1:
                meeting.set()  # nobody goes on before everybody is here
            return post.address(url, headers, body)

    patient = replace(post.courier, send=Last())
    assert send_webhooks([queue_record(event, event.id) for event in events], patient) == ALL_DONE


class Unwritable(WebhookDeliveryRepository):
    def put(self, _: WebhookDelivery) -> None:
        raise THROTTLED


def test_what_was_taken_but_could_not_be_written_is_sent_once_more_under_the_same_id(post: Post) -> None:
    event, deliveries = make.event(), post.courier.deliveries
    unwritable = replace(post.courier, deliveries=Unwritable(deliveries._client, deliveries._table_name))
    assert send_webhooks([queue_record(event)], unwritable) == bring_again("message-1")
    assert post.deliver(event) == ALL_DONE
    assert post.address.ids == [event.id, event.id]


def test_a_failure_does_not_undo_what_an_admin_or_another_attempt_did_meanwhile(post: Post) -> None:
    event = make.event()
    post.courier.deliveries.put(make.webhook_delivery(event=event, attempts=ATTEMPTS - 1))

    def fails_while_asked_again(*_: object) -> int:
        post.courier.deliveries.put(make.webhook_delivery(event=event))
        return 500

    assert send_webhooks([queue_record(event)], replace(post.courier, send=fails_while_asked_again)) == bring_again(
        "message-1"
    )
    assert (post.known(event).state, post.known(event).attempts) == (WebhookDeliveryState.WAITING, 0)


def test_a_pause_that_could_not_be_set_loses_nothing(post: Post) -> None:
    event, post.address.answer, post.queue.failure = make.event(), 500, THROTTLED
    assert post.deliver(event) == bring_again("message-0")
    assert post.known(event).attempts == 1
