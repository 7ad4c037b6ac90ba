"""The command: a dry run unless told otherwise, an exit status to go by, and nobody is mailed twice by it."""

import json
import subprocess
import sys
from dataclasses import dataclass, field
from typing import Any

import boto3
import pytest

from app.repositories.event_items import event_message
from app.repositories.table import task_key
from app.repositories.transactions import put, write_transaction
from infra.local.failures_bucket import FAILURES_BUCKET, create_failures_bucket
from infra.local.notifications import EMAIL_QUEUE_NAME, create_notifications
from tests import factories as make
from tests.conftest import REGION, Table
from tests.lambda_events import failure_record, queue_record_of, removal_record, stream_record, stream_record_of
from tests.workers.post_office import ALL_DONE, Office
from workers.replay import main
from workers.send_emails import send_emails


@dataclass(frozen=True)
class Cloud:
    """All that replays touch, on moto."""

    table: Table
    parking_queue_url: str
    email_queue_url: str
    sqs: Any = field(default_factory=lambda: boto3.client("sqs", region_name=REGION))
    s3: Any = field(default_factory=lambda: boto3.client("s3", region_name=REGION))

    def give_up(self, key: str, *records: Any, **fields: Any) -> None:
        body = json.dumps(failure_record(*records, **fields)).encode()
        self.s3.put_object(Bucket=FAILURES_BUCKET, Key=key, Body=body)

    def park(self, record: Any) -> None:
        self.sqs.send_message(QueueUrl=self.parking_queue_url, MessageBody=json.dumps(record))

    def received(self, url: str) -> list[str]:
        answer = self.sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10)
        return [message["Body"] for message in answer.get("Messages", [])]

    def kept(self) -> list[str]:
        return [found["Key"] for found in self.s3.list_objects_v2(Bucket=FAILURES_BUCKET).get("Contents", [])]


@pytest.fixture
def cloud(moto_table: Table, monkeypatch: pytest.MonkeyPatch) -> Cloud:
    sqs = boto3.client("sqs", region_name=REGION)
    made = create_notifications(boto3.client("sns", region_name=REGION), sqs)
    create_failures_bucket(boto3.client("s3", region_name=REGION), REGION)
    monkeypatch.setenv("TABLE_NAME", moto_table.name)
    monkeypatch.setenv("TOPIC_ARN", made.topic_arn)
    monkeypatch.setenv("PARKING_QUEUE_URL", made.parking_queue_url)
    monkeypatch.setenv("FAILURES_BUCKET", FAILURES_BUCKET)
    return Cloud(moto_table, made.parking_queue_url, sqs.get_queue_url(QueueName=EMAIL_QUEUE_NAME)["QueueUrl"])


def test_without_its_environment_it_names_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("TABLE_NAME", raising=False)
    assert main(["failures"]) == 1
    assert capsys.readouterr().err == "baton: Set the environment variable TABLE_NAME.\n"


def test_a_bucket_that_may_not_be_read_is_one_line(
    cloud: Cloud, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FAILURES_BUCKET", "no-such-bucket")
    assert main(["failures"]) == 1
    refusal = capsys.readouterr().err
    assert refusal.startswith("baton: ")
    assert "NoSuchBucket" in refusal
    assert refusal.count("\n") == 1


def test_one_has_to_say_what_to_replay() -> None:
    with pytest.raises(SystemExit, match="2"):
        main([])


def test_its_help_says_what_there_is_and_that_it_is_harmless() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "workers.replay", "--help"], capture_output=True, text=True, check=True
    )
    for word in ("failures", "parking", "--publish", "FAILURES_BUCKET", "exit status"):
        assert word in ended.stdout
    assert "harmless" in ended.stdout


def test_a_dry_run_changes_nothing_and_says_so(cloud: Cloud, capsys: pytest.CaptureFixture[str]) -> None:
    cloud.give_up("one", stream_record(make.event(), 1))
    cloud.park(stream_record(make.event(), 2))
    assert [main(["failures"]), main(["parking"])] == [0, 0]
    printed = capsys.readouterr().out
    assert printed.count("A dry run: nothing is changed; --publish does it.") == 2
    assert printed.count("1 can be replayed, 0 left.") == 2
    assert (cloud.kept(), cloud.received(cloud.email_queue_url)) == (["one"], [])
    assert len(cloud.received(cloud.parking_queue_url)) == 1


def test_what_was_given_up_is_published_once_more(cloud: Cloud, capsys: pytest.CaptureFixture[str]) -> None:
    event = make.event()
    cloud.give_up("one", stream_record(event, 1))
    assert main(["failures", "--publish"]) == 0
    assert [json.loads(body) for body in cloud.received(cloud.email_queue_url)] == [event_message(event)]
    assert cloud.kept() == []
    assert capsys.readouterr().out.endswith("1 replayed, 0 left.\n")


def test_poison_among_what_was_given_up_goes_to_the_parking_queue(cloud: Cloud) -> None:
    poison = stream_record_of({"schema": {"N": "9"}}, 1)
    cloud.give_up("one", poison, stream_record(make.event(), 2))
    assert main(["failures", "--publish"]) == 0
    assert [json.loads(body) for body in cloud.received(cloud.parking_queue_url)] == [poison]
    assert len(cloud.received(cloud.email_queue_url)) == 1


def test_a_purge_that_was_given_up_is_finished(cloud: Cloud) -> None:
    comment = {**task_key("gone"), "SK": "COMMENT#1"}
    write_transaction(cloud.table.client, cloud.table.name, [put(comment)])
    cloud.give_up("one", removal_record("gone"), function="baton-prod-purge-deleted")
    assert main(["failures", "--publish"]) == 0
    assert cloud.table.client.scan(TableName=cloud.table.name)["Items"] == []


def test_poison_stays_parked_and_the_status_tells(cloud: Cloud, capsys: pytest.CaptureFixture[str]) -> None:
    event = make.event()
    cloud.park(stream_record_of({}, 1))
    cloud.park(stream_record(event, 2))
    assert main(["parking", "--publish"]) == 1
    assert [json.loads(body) for body in cloud.received(cloud.email_queue_url)] == [event_message(event)]
    assert [json.loads(body) for body in cloud.received(cloud.parking_queue_url)] == [stream_record_of({}, 1)]
    assert capsys.readouterr().out.endswith("1 replayed, 1 left.\n")


def test_replaying_twice_mails_nobody_twice(cloud: Cloud) -> None:
    office = Office(cloud.table)
    event = make.event(recipient_ids=(office.person("grace@example.com").id,))
    for key in ("once", "and once more"):
        cloud.give_up(key, stream_record(event, 1))
        assert main(["failures", "--publish"]) == 0
    cloud.park(stream_record(event, 1))
    assert main(["parking", "--publish"]) == 0
    messages = [queue_record_of(body, f"message-{at}") for at, body in enumerate(cloud.received(cloud.email_queue_url))]
    assert len(messages) == 3
    assert send_emails(messages, office.post()) == ALL_DONE
    assert office.outbox.addresses == ["grace@example.com"]
