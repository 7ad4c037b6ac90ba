"""Every way in which people and programs are told what happened: mail, one mail for many, reminders, inbox, webhook."""

import subprocess
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import boto3
import pytest

from infra.local.notifications import PARKING_QUEUE_NAME
from infra.local.resources import TABLE_NAME
from tests.e2e.mailbox import Mailbox
from tests.e2e.person import Person
from tests.e2e.queues import Queues
from tests.e2e.receiver import receiving, verify
from tests.e2e.stack import CHECKOUT, COMMAND, Place
from tests.e2e.waiting import wait_until

pytestmark = pytest.mark.e2e


@pytest.fixture
def title() -> str:
    """Of tasks that no other test knows."""
    return f"Task {uuid4().hex}"


def ask_stack(stack: Place, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        (*COMMAND, *arguments), cwd=CHECKOUT, env=stack.environment, capture_output=True, text=True, check=False
    )


def wait_until_all_is_told(stack: Place, mailbox: Mailbox, admin: Person, member: Person) -> None:
    """Of what has happened by now: a later mail is there, so all of it has reached the queues, and they are empty."""
    later = f"Later {uuid4().hex}"
    admin.create_task(later, member)
    mailbox.wait_for(to=member.email, about=later)
    wait_until(Queues(stack).are_empty, "every message of the queues is handled")


def test_a_comment_arrives_as_a_mail_with_its_words(
    mailbox: Mailbox, admin: Person, member: Person, title: str
) -> None:
    task = admin.create_task(title, member)
    member.ask("POST", f"/tasks/{task['id']}/comments", {"text": "The cells are charged."})

    mail = mailbox.wait_for(to=admin.email, about=title)

    assert "The cells are charged." in mail.text
    assert [one.to for one in mailbox.mails(about="The cells are charged.")] == [admin.email]


def test_twelve_tasks_assigned_at_once_are_one_mail_per_person(
    stack: Place, mailbox: Mailbox, admin: Person, member: Person, title: str
) -> None:
    tasks = [admin.create_task(f"{title} {number:02}") for number in range(12)]
    change = {"addAssigneeIds": [member.id]}
    answer = admin.ask("POST", "/tasks/bulk", {"taskIds": [task["id"] for task in tasks], "change": change})
    assert all(result["ok"] for result in answer["results"])

    mail = mailbox.wait_for(to=member.email, about=title)

    assert "12" in mail.subject
    wait_until_all_is_told(stack, mailbox, admin, member)
    assert len(mailbox.mails(about=title)) == 1


def test_reminders_are_one_summary_per_person_and_a_second_run_adds_nothing(
    stack: Place, mailbox: Mailbox, admin: Person, member: Person, title: str
) -> None:
    today = datetime.now(UTC).date()
    for number in (1, 2):
        admin.create_task(f"{title} {number}", member, dueDate=today.isoformat())
    wait_until_all_is_told(stack, mailbox, admin, member)
    before = len(mailbox.mails(about=title))
    tomorrow = f"{today + timedelta(days=1)}T08:00"

    made = ask_stack(stack, "remind", "--at", tomorrow)

    assert "2 overdue; reminders are made up to" in made.stdout, made.stderr
    wait_until(lambda: len(mailbox.mails(about=title)) >= before + 2, "a summary each for admin and member")
    summaries = mailbox.mails(about=title)[before:]
    assert sorted(mail.to for mail in summaries) == sorted([admin.email, member.email])
    assert all(f"{title} {number}" in mail.text for mail in summaries for number in (1, 2))

    again = ask_stack(stack, "remind", "--at", tomorrow)

    assert again.stdout.startswith("Nothing new; reminders are made up to")
    wait_until_all_is_told(stack, mailbox, admin, member)
    assert len(mailbox.mails(about=title)) == before + 2


def test_the_inbox_fills_counts_what_is_unread_and_is_read(admin: Person, member: Person, title: str) -> None:
    member.ask("POST", "/inbox/read", {"all": True})
    task = admin.create_task(title, member)

    def entry() -> Any:
        found = member.ask("GET", "/inbox?unread=true")["items"]
        return next((one for one in found if one["taskId"] == task["id"]), None)

    told = wait_until(entry, f"an inbox entry about {title!r}")
    assert (told["type"], told["title"], told["actorId"]) == ("TASK_ASSIGNED", title, admin.id)
    assert member.ask("GET", "/inbox/unread-count")["count"] >= 1

    member.ask("POST", "/inbox/read", {"ids": [told["id"]]})

    assert entry() is None
    assert told["id"] in [one["id"] for one in member.ask("GET", "/inbox")["items"]]


def test_a_webhook_gets_every_event_signed_and_its_log_says_so(admin: Person, member: Person, title: str) -> None:
    with receiving() as receiver:
        secret = admin.ask("PUT", "/webhook", {"url": receiver.url})["secret"]
        try:
            admin.create_task(title, member)
            wait_until(lambda: len(receiver.about(title)) == 2, "both events of a task that was created and assigned")

            for delivery in receiver.about(title):
                verify(delivery, secret)
            assert {delivery.event["type"] for delivery in receiver.about(title)} == {"TASK_CREATED", "TASK_ASSIGNED"}
            ids = {delivery.event["eventId"] for delivery in receiver.about(title)}
            wait_until(lambda: delivered(admin, ids), "both are in the log as delivered")
        finally:
            admin.ask("DELETE", "/webhook")


def delivered(admin: Person, event_ids: set[str]) -> bool:
    log = {row["eventId"]: row["state"] for row in admin.ask("GET", "/webhook/deliveries")["items"]}
    return {log.get(event_id) for event_id in event_ids} == {"DELIVERED"}


def test_poison_on_the_stream_is_parked_shown_by_a_replay_and_delays_nobody(
    stack: Place, mailbox: Mailbox, admin: Person, member: Person, title: str
) -> None:
    poison_id = uuid4().hex
    table = boto3.client("dynamodb", **stack.client_options)
    table.put_item(
        TableName=TABLE_NAME,
        Item={"PK": {"S": f"TASK#{poison_id}"}, "SK": {"S": "EVENT#poison"}, "schema": {"N": "99"}},
    )
    admin.create_task(title, member)
    mailbox.wait_for(to=member.email, about=title)

    shown = ask_stack(stack, "replay", "parking")

    assert shown.returncode == 1, shown.stderr
    assert "stays: ValueError: event schema 99 is not 1" in shown.stdout
    assert parked(stack, poison_id)


def parked(stack: Place, poison_id: str) -> bool:
    """Takes it out, so that other tests find the queue as it was."""
    sqs = boto3.client("sqs", **stack.client_options)
    url = sqs.get_queue_url(QueueName=PARKING_QUEUE_NAME)["QueueUrl"]
    messages = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10)["Messages"]
    for message in messages:
        sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
    return any(poison_id in message["Body"] for message in messages)
