"""How many events a publisher passes on, and how many mails a mail worker writes and enters in its ledger, a second.

SNS and SES answer at once, as on a machine of their own: what is measured is Baton's share and DynamoDB Local's.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import batched
from typing import Any, cast

from app.domain.events import Event
from app.domain.people import User
from app.repositories.deliveries import DeliveryLedger
from app.repositories.digests import DigestRepository
from app.repositories.people import PeopleRepository
from tests import factories as make
from tests.conftest import Table
from tests.lambda_events import queue_record, stream_record
from workers.digest_queue import DigestQueue
from workers.links import Links
from workers.observability import logger_of
from workers.postage import Postage
from workers.publish_events import Outlets, publish_records
from workers.send_emails import Post, send_emails

STREAM_BATCH = 25
QUEUE_BATCH = 10
LINKS = Links("https://baton.example.com", "https://api.example.com", b"thirty-two characters of a secret")


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


def rates(table: Table, count: int) -> Iterator[Rate]:
    users = [make.user(email=f"person-{number}@example.com") for number in range(50)]
    people = PeopleRepository(table.client, table.name)
    for user in users:
        people.register(user)
    events = [_event(users, number) for number in range(count)]
    yield _timed("events published", count, lambda: _publish(events))
    yield _timed("mails sent", count, lambda: _mail(events, table))


def _event(users: Sequence[User], number: int) -> Event:
    recipient, actor = users[number % len(users)], users[(number + 1) % len(users)]
    return make.status_change("OPEN", "IN_PROGRESS", recipient_ids=(recipient.id,), actor_id=actor.id)


def _timed(what: str, count: int, act: Callable[[], object]) -> Rate:
    started = time.perf_counter()
    act()
    return Rate(what, count, time.perf_counter() - started)


def _publish(events: Sequence[Event]) -> None:
    records = [stream_record(event, number) for number, event in enumerate(events)]
    outlets = Outlets(cast("Any", WillingTopic()), cast("Any", None), "topic", "parking")
    for batch in batched(records, STREAM_BATCH):
        publish_records(batch, outlets)


def _mail(events: Sequence[Event], table: Table) -> None:
    client, name = table.client, table.name
    post = Post(
        people=PeopleRepository(client, name),
        postage=Postage(DeliveryLedger(client, name), lambda _: "message", logger_of("send_emails")),
        digests=DigestRepository(client, name),
        digest_queue=DigestQueue(cast("Any", None), "digests", 60),
        links=LINKS,
    )
    records = [queue_record(event, f"message-{number}") for number, event in enumerate(events)]
    for batch in batched(records, QUEUE_BATCH):
        answer = send_emails(batch, post)
        if answer["batchItemFailures"]:
            raise RuntimeError("a mail was not sent")
