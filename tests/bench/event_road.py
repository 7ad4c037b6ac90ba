"""How many events a publisher passes on, and how many mails a mail worker writes and enters in its ledger, a second."""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from itertools import batched
from typing import TYPE_CHECKING, Any, cast

from app.domain.events import Event
from app.domain.people import User
from app.repositories.deliveries import DeliveryLedger
from app.repositories.digests import DigestRepository
from app.repositories.people import PeopleRepository
from tests import factories as make
from tests.bench.instant_client import instant_client
from tests.bench.markdown import table as markdown_table
from tests.bench.progress import tell
from tests.bench.tables import new_tables
from tests.conftest import Table
from tests.lambda_events import queue_record, stream_record
from workers.digest_queue import DigestQueue
from workers.links import Links
from workers.observability import logger_of
from workers.postage import Postage
from workers.publish_events import Outlets, publish_records
from workers.send_emails import Post, send_emails

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

EVENTS = 2000
STREAM_BATCH = 25
QUEUE_BATCH = 10
LINKS = Links("https://baton.example.com", "https://api.example.com", b"thirty-two characters of a secret")


NOTE = f"""{EVENTS:,} events in one process, one recipient each; SNS and SES answer at once. A mail is two writes of the
ledger, one after the other: DynamoDB Local's time for them is most of the first line of mails. The second one's ledger
has every write answered at once and shows Baton's own share. Log lines, some 30 microseconds each, are left out."""


@dataclass(frozen=True)
class Rate:
    what: str
    count: int
    seconds: float

    @property
    def a_second(self) -> float:
        return self.count / self.seconds


class WillingTopic:
    """Stands in for the SNS client."""

    def publish_batch(self, *, PublishBatchRequestEntries: Sequence[Any], **_: object) -> dict[str, Any]:  # noqa: N803
        return {"Successful": [{"Id": entry["Id"]} for entry in PublishBatchRequestEntries]}


def report() -> str:
    logging.disable()
    try:
        with new_tables() as new_table, redirect_stdout(StringIO()):  # the workers' metrics
            found = list(rates(new_table(), EVENTS))
    finally:
        logging.disable(logging.NOTSET)
    return f"{NOTE}\n\n" + markdown_table(
        ("what", "a second"), [(rate.what, f"{rate.a_second:,.0f}") for rate in found]
    )


def rates(table: Table, count: int) -> Iterator[Rate]:
    users = [make.user(email=f"person-{number}@example.com") for number in range(50)]
    people = PeopleRepository(table.client, table.name)
    for user in users:
        people.register(user)
    events = [_event(users, number) for number in range(count)]
    yield _timed("events, from a stream's record to SNS", count, lambda: _publish(events))
    yield _timed("ledger writes, DynamoDB Local's floor", count, lambda: _write_alone(table, count))
    yield _timed(
        "mails composed and in the ledger, on DynamoDB Local", count, lambda: _mail(events, table, table.client)
    )
    at_once = instant_client()
    yield _timed("mails composed and in a ledger that answers at once", count, lambda: _mail(events, table, at_once))


def _event(users: Sequence[User], number: int) -> Event:
    recipient, actor = users[number % len(users)], users[(number + 1) % len(users)]
    return make.status_change("OPEN", "IN_PROGRESS", recipient_ids=(recipient.id,), actor_id=actor.id)


def _timed(what: str, count: int, act: Callable[[], object]) -> Rate:
    tell(what)
    started = time.perf_counter()
    act()
    return Rate(what, count, time.perf_counter() - started)


def _publish(events: Sequence[Event]) -> None:
    records = [stream_record(event, number) for number, event in enumerate(events)]
    outlets = Outlets(cast("Any", WillingTopic()), cast("Any", None), "topic", "parking")
    for batch in batched(records, STREAM_BATCH):
        publish_records(batch, outlets)


def _write_alone(table: Table, count: int) -> None:
    for number in range(count):
        table.client.update_item(
            TableName=table.name,
            Key={"PK": {"S": f"FLOOR#{number}"}, "SK": {"S": "FLOOR"}},
            UpdateExpression="SET #state = :state",
            ExpressionAttributeNames={"#state": "state"},
            ExpressionAttributeValues={":state": {"S": "SENT"}},
        )


def _mail(events: Sequence[Event], table: Table, ledger: "DynamoDBClient") -> None:
    client, name = table.client, table.name
    post = Post(
        people=PeopleRepository(client, name),
        postage=Postage(DeliveryLedger(ledger, name), lambda _: "message", logger_of("send_emails")),
        digests=DigestRepository(client, name),
        digest_queue=DigestQueue(cast("Any", None), "digests", 60),
        links=LINKS,
    )
    records = [queue_record(event, f"message-{number}") for number, event in enumerate(events)]
    for batch in batched(records, QUEUE_BATCH):
        answer = send_emails(batch, post)
        if answer["batchItemFailures"]:
            raise RuntimeError("a mail was not sent")
