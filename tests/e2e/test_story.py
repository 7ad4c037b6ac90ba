"""The whole story over HTTP: from a sign-up to a task that arrives as a mail, and back."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

import boto3
import httpx
import pytest
from botocore.exceptions import ClientError

from infra.local.events.checkpoints import Checkpoints
from infra.local.events.filters import NEW_EVENTS
from infra.local.events.lambda_events import stream_event
from infra.local.events.stream import StreamReader
from infra.local.notifications import PARKING_QUEUE_NAME, TOPIC_NAME
from infra.local.resources import TABLE_NAME
from tests.e2e.mailbox import Mailbox
from tests.e2e.person import Person, sign_up
from tests.e2e.queues import Queues
from tests.e2e.stack import Place
from tests.e2e.waiting import wait_until
from workers.publish_events import Outlets, publish_records

pytestmark = pytest.mark.e2e


@pytest.fixture
def title() -> str:
    """Of a task that no other test knows, so that its mails can be told from all others."""
    return f"Task {uuid4().hex}"


def outcome(mailbox: Mailbox, title: str) -> list[tuple[str, str]]:
    return [(mail.to, mail.subject) for mail in mailbox.mails(about=title)]


def test_a_sign_up_from_a_foreign_domain_is_refused(stack: Place, mailbox: Mailbox) -> None:
    email = f"{uuid4().hex}@elsewhere.org"

    with pytest.raises(ClientError, match="UserLambdaValidationException"):
        sign_up(stack, email)

    assert not [mail for mail in mailbox.mails(about="code") if mail.to == email]


def test_a_person_who_signed_up_is_a_member_with_a_profile(member: Person) -> None:
    profile = member.ask("GET", "/users/me")

    assert profile["email"] == member.email
    assert (profile["name"], profile["role"], profile["status"]) == ("New Comer", "MEMBER", "ACTIVE")


def test_a_member_cannot_create_a_task(member: Person, title: str) -> None:
    with pytest.raises(httpx.HTTPStatusError, match="403"):
        member.create_task(title)


def test_an_assigned_task_arrives_as_a_mail_whose_link_opens_it(
    stack: Place, mailbox: Mailbox, admin: Person, member: Person, title: str
) -> None:
    task = admin.create_task(title)
    admin.ask("POST", f"/tasks/{task['id']}/assignments", {"userIds": [member.id]})

    mail = mailbox.wait_for(to=member.email, about=title)

    link = f"{stack.page_url}/tasks/{task['id']}"
    assert link in mail.text.split()
    assert httpx.get(link).raise_for_status().headers["Content-Type"].startswith("text/html")
    assert member.ask("GET", f"/tasks/{task['id']}")["title"] == title


def test_the_members_change_of_status_arrives_at_the_admin_and_nobody_mails_themselves(
    mailbox: Mailbox, admin: Person, member: Person, title: str
) -> None:
    task = admin.create_task(title, admin, member)
    mailbox.wait_for(to=member.email, about=title)
    member.change_status(task["id"], "IN_PROGRESS")
    mailbox.wait_for(to=admin.email, about=title)

    assert outcome(mailbox, title) == [
        (member.email, f"Ada Admin assigned you to {title}"),
        (admin.email, f"{title} is in progress now"),
    ]


def test_the_same_stream_batch_a_second_time_mails_nothing(
    stack: Place, mailbox: Mailbox, admin: Person, member: Person, title: str, tmp_path: Path
) -> None:
    task = admin.create_task(title, member)
    mailbox.wait_for(to=member.email, about=title)
    member.change_status(task["id"], "IN_PROGRESS")
    mailbox.wait_for(to=admin.email, about=title)
    before = outcome(mailbox, title)

    events = publish_whole_stream_again(stack, tmp_path)

    assert [event for event in events if task["id"] in str(event)]
    wait_until(Queues(stack).are_empty, "every message of the queues is handled")
    # Mails leave in order, so once a later one is there, a repeated one would be too.
    admin.create_task(f"After {title}", member)
    mailbox.wait_for(to=member.email, about=f"After {title}")
    assert [row for row in outcome(mailbox, title) if "After" not in row[1]] == before


def publish_whole_stream_again(stack: Place, folder: Path) -> list[Any]:
    """Gives the records that were published: all that the stream still holds."""
    table = boto3.client("dynamodb", **stack.client_options).describe_table(TableName=TABLE_NAME)["Table"]
    arn = table["LatestStreamArn"]
    sns, sqs = boto3.client("sns", **stack.client_options), boto3.client("sqs", **stack.client_options)
    outlets = Outlets(
        sns=sns,
        sqs=sqs,
        topic_arn=sns.create_topic(Name=TOPIC_NAME)["TopicArn"],
        parking_queue_url=sqs.get_queue_url(QueueName=PARKING_QUEUE_NAME)["QueueUrl"],
    )
    published: list[Any] = []

    def publish(records: Sequence[Any], _: str, reached: Callable[[Sequence[Any]], None]) -> None:
        event = stream_event(records, arn)
        assert publish_records(event["Records"], outlets) == {"batchItemFailures": []}
        published.extend(records)
        reached(records)

    reader = StreamReader(
        boto3.client("dynamodbstreams", **stack.client_options),
        arn,
        checkpoints=Checkpoints(folder / "checkpoints", stream_arn=arn),
        pattern=NEW_EVENTS,
    )
    while reader.read_once(publish):
        pass
    return published
