"""The webhook as others see it: its receiver, whoever reads the logs, and the Lambda's own queue."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import boto3
import pytest
from standardwebhooks import Webhook as ReceiversWebhook

from app.domain.webhooks import Webhook, WebhookDelivery, WebhookDeliveryState
from app.repositories.event_items import event_message
from app.repositories.webhook_queue import WebhookQueue
from app.repositories.webhooks import WebhookRepository
from tests import factories as make
from tests.conftest import REGION, Table
from tests.lambda_events import queue_record_of
from tests.workers.receiver import receiver, status
from tests.workers.webhook_post import ALL_DONE, THROTTLED, Post, bring_again, counted, post_on
from workers import send_webhooks as worker
from workers.outgoing import Unreached


@pytest.fixture
def webhook() -> Webhook:
    return make.webhook()


@pytest.fixture
def post(moto_table: Table, webhook: Webhook) -> Post:
    return post_on(moto_table, webhook)


def test_a_receiver_verifies_what_it_gets_and_that_is_the_whole_event(post: Post, webhook: Webhook) -> None:
    post.clock.now = datetime.now(UTC)
    event = make.status_change("OPEN", "DONE", title="Prüfen", bulk_id="B1", request_id="R1")
    assert post.deliver(event) == ALL_DONE
    (url, headers, body) = post.address.taken[0]
    assert url == webhook.url
    assert ReceiversWebhook(webhook.secret).verify(body, headers) == event_message(event)
    assert headers["webhook-id"] == event.id
    assert (headers["Content-Type"], headers["User-Agent"]) == ("application/json", "Baton")


def test_who_is_told_as_creator_is_not_for_a_receiver_to_know(post: Post) -> None:
    event = make.comment_event("Done?", recipient_ids=("ada",), creator_id="ada")
    post.deliver(event)
    (_, _, body) = post.address.taken[0]
    assert json.loads(body) == event_message(replace(event, creator_id=None))


def test_what_is_delivered_is_logged_by_event_and_counted(
    post: Post, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    event = make.event(request_id="R1")
    post.deliver(event)
    (line,) = caplog.records
    assert line.getMessage() == "delivered"
    wanted = {"event_id": event.id, "request_id": "R1", "status": 204, "attempt": 1}
    assert wanted.items() <= vars(line).items()
    assert counted(capsys) == {"WebhooksDelivered": 1, "WebhooksPostponed": 0, "WebhooksFailed": 0}
    assert post.known(event) == WebhookDelivery(event, make.NOW, WebhookDeliveryState.DELIVERED, 1, 204)


def test_no_log_line_shows_address_secret_or_body(
    post: Post, webhook: Webhook, caplog: pytest.LogCaptureFixture
) -> None:
    post.courier.webhooks.put(replace(webhook, url="https://hooks.example.com/very-private?key=hidden"))
    events = [make.event(title="Between us") for _ in range(3)]
    post.address.answers = {events[1].id: 500, events[2].id: Unreached("No answer in time.")}
    post.queue.failure = THROTTLED
    post.deliver(*events)
    printed = caplog.text + str([vars(line) for line in caplog.records])
    assert all(event.id in printed for event in events)
    for secret in ("hooks.example.com", "hidden", "very-private", webhook.secret, "Between us"):
        assert secret not in printed


@pytest.fixture
def queue_url(moto_table: Table, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The Lambda's environment, with a queue that is there."""
    sqs = boto3.client("sqs", region_name=REGION)
    url = sqs.create_queue(QueueName="baton-send-webhooks", Attributes={"VisibilityTimeout": "1"})["QueueUrl"]
    environment = {"TABLE_NAME": moto_table.name, "WEBHOOK_QUEUE_URL": url, "WEBHOOK_PRIVATE_ADDRESSES": "on"}
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    worker._courier.cache_clear()
    yield url
    worker._courier.cache_clear()


def test_the_lambda_takes_an_event_from_its_queue_to_the_address_and_hides_it_where_that_fails(
    queue_url: str, moto_table: Table
) -> None:
    sqs = boto3.client("sqs", region_name=REGION)
    WebhookQueue(sqs, queue_url).put(make.event())
    (message,) = sqs.receive_message(QueueUrl=queue_url)["Messages"]
    record = queue_record_of(message["Body"]) | {"receiptHandle": message["ReceiptHandle"]}
    webhooks = WebhookRepository(moto_table.client, moto_table.name)
    with receiver(status("500 Internal Server Error")) as down:
        webhooks.put(make.webhook(url=f"http://localhost:{down.port}/hooks"))
        assert worker.handler({"Records": [record]}, None) == bring_again("message-1")
    found = sqs.get_queue_attributes(QueueUrl=queue_url, AttributeNames=["ApproximateNumberOfMessagesNotVisible"])
    assert found["Attributes"]["ApproximateNumberOfMessagesNotVisible"] == "1"
    with receiver(status("204 No Content")) as up:
        webhooks.put(make.webhook(url=f"http://localhost:{up.port}/hooks"))
        assert worker.handler({"Records": [record]}, None) == ALL_DONE
    assert [first for first, _, _ in up.requests] == ["POST /hooks HTTP/1.1"]
