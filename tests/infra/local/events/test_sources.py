"""What wakes which worker: every queue that the notifications make has its worker, and each worker its queue."""

import threading
from pathlib import Path

import boto3
import pytest

from infra.local.events.sources import queue_sources, schedule_source, stream_sources
from infra.local.notifications import create_notifications
from tests.conftest import REGION, Table


@pytest.fixture
def environment(moto_table: Table, tmp_path: Path) -> dict[str, str]:
    create_notifications(boto3.client("sns"), boto3.client("sqs"))
    return {
        "AWS_REGION": REGION,
        "TABLE_NAME": moto_table.name,
        "BATON_DATA": str(tmp_path),
        "FAILURES_BUCKET": "failures",
    }


def test_every_queue_wakes_the_worker_of_its_name(environment: dict[str, str]) -> None:
    woken = {source.url.rpartition("/")[2]: source.function_name for source in queue_sources(environment)}

    assert woken == {
        "baton-send-emails": "send_emails",
        "baton-send-digests": "send_digests",
        "baton-fill-inbox": "fill_inbox",
        "baton-send-webhooks": "send_webhooks",
        "baton-mail-events": "mark_addresses",
    }


def test_no_queue_is_left_unread_but_those_for_people_to_look_at(environment: dict[str, str]) -> None:
    names = {url.rpartition("/")[2] for url in boto3.client("sqs").list_queues()["QueueUrls"]}
    read = {source.url.rpartition("/")[2] for source in queue_sources(environment)}

    assert {name for name in names - read if not name.endswith(("-dead-letters", "-undelivered"))} == {"baton-parking"}


def test_the_stream_wakes_two_workers_that_give_up_to_the_bucket(environment: dict[str, str]) -> None:
    sources = stream_sources(environment, threading.Event())

    assert [source.function_name for source in sources] == ["publish_events", "purge_deleted"]
    assert {(source.failures.bucket, source.failures.stream_arn) for source in sources} == {
        ("failures", sources[0].stream_arn)
    }


def test_the_clock_wakes_the_reminders(environment: dict[str, str]) -> None:
    source = schedule_source(environment)

    assert (source.function_name, source.region) == ("remind", REGION)
