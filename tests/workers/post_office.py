"""The mail workers on one table, with SES, the digest queue and the clock in the test's hands."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from botocore.exceptions import ClientError, ReadTimeoutError

from app.domain.errors import Unfinished
from app.domain.events import Event, EventType
from app.domain.people import User
from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.deliveries import DeliveryLedger
from app.repositories.digests import DigestRepository
from app.repositories.people import PeopleRepository
from app.repositories.table import Item, Key
from tests import factories as make
from tests.conftest import Table
from tests.lambda_events import queue_record, queue_record_of
from workers.digest_queue import DigestQueue
from workers.emails import Email
from workers.links import Links
from workers.observability import logger_of
from workers.postage import Postage
from workers.send_digests import DigestPost, send_digests
from workers.send_emails import Post, send_emails

if TYPE_CHECKING:
    import pytest
    from mypy_boto3_sqs import SQSClient

ALL_DONE: dict[str, Any] = {"batchItemFailures": []}
TIMED_OUT = ReadTimeoutError(endpoint_url="https://email.example.com")
LINKS = Links("https://baton.example.com", "https://api.example.com", b"thirty-two characters of a secret")
DELAY = 60
FUEL = "Check the fuel cells"


def event_of(event_type: EventType, title: str = FUEL) -> Event:
    match event_type:
        case EventType.STATUS_CHANGED:
            return make.status_change("OPEN", "IN_PROGRESS", title=title)
        case EventType.COMMENT_ADDED:
            return make.comment_event("Looks good", title=title)
        case EventType.TASK_DUE_SOON | EventType.TASK_OVERDUE:
            return make.reminder(event_type, "2026-11-24", title=title)
    return make.event(type=event_type, title=title)


def refusal(code: str) -> ClientError:
    return ClientError({"Error": {"Code": code, "Message": "Not to grace@example.com"}}, "SendEmail")


PASSING = [refusal("TooManyRequestsException"), refusal("InternalFailure"), TIMED_OUT, Unfinished("Busy.")]


def bring_again(*message_ids: str) -> dict[str, Any]:
    return {"batchItemFailures": [{"itemIdentifier": message_id} for message_id in message_ids]}


def all_logged(caplog: "pytest.LogCaptureFixture") -> str:
    """Every line with all that goes along with it, tracebacks too."""
    return caplog.text + "".join(str(vars(record)) for record in caplog.records)


@dataclass
class Outbox:
    """SES: takes what it is given, or fails for the addresses it is told to."""

    failures: dict[str, Exception] = field(default_factory=dict)
    sent: list[Email] = field(default_factory=list)

    def __call__(self, email: Email) -> str:
        if email.to in self.failures:
            raise self.failures[email.to]
        self.sent.append(email)
        return f"ses-{len(self.sent)}"

    @property
    def addresses(self) -> list[str]:
        return [email.to for email in self.sent]

    @property
    def subjects(self) -> list[str]:
        return [email.subject for email in self.sent]


@dataclass
class DigestMessages:
    """SQS: keeps the messages about digests, refuses those to some people, or is away."""

    refused: set[str] = field(default_factory=set)
    out: Exception | None = None
    bodies: list[str] = field(default_factory=list)
    batch_sizes: list[int] = field(default_factory=list)

    def send_message_batch(self, *, QueueUrl: str, Entries: list[dict[str, Any]]) -> dict[str, Any]:  # noqa: N803
        assert QueueUrl == "digests"
        assert {entry["DelaySeconds"] for entry in Entries} == {DELAY}
        if self.out:
            raise self.out
        self.batch_sizes.append(len(Entries))
        failed = [entry for entry in Entries if json.loads(entry["MessageBody"])["userId"] in self.refused]
        self.bodies += [entry["MessageBody"] for entry in Entries if entry not in failed]
        return {"Failed": [{"Id": entry["Id"], "Code": "InternalError", "SenderFault": False} for entry in failed]}

    @property
    def queue(self) -> DigestQueue:
        return DigestQueue(cast("SQSClient", self), "digests", DELAY)


@dataclass
class Clock:
    now: datetime = make.NOW

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True)
class Office:
    """All that delivering takes, and the people it delivers to."""

    table: Table
    outbox: Outbox = field(default_factory=Outbox)
    messages: DigestMessages = field(default_factory=DigestMessages)
    clock: Clock = field(default_factory=Clock)

    @property
    def people(self) -> PeopleRepository:
        return PeopleRepository(self.table.client, self.table.name)

    @property
    def ledger(self) -> DeliveryLedger:
        return DeliveryLedger(self.table.client, self.table.name)

    @property
    def digests(self) -> DigestRepository:
        return DigestRepository(self.table.client, self.table.name)

    def postage(self, ledger: DeliveryLedger | None = None) -> Postage:
        return Postage(ledger or self.ledger, self.outbox, logger_of("test"), self.clock)

    def post(self, ledger: DeliveryLedger | None = None) -> Post:
        return Post(self.people, self.postage(ledger), self.digests, self.messages.queue, LINKS, self.clock)

    def digest_post(self, ledger: DeliveryLedger | None = None) -> DigestPost:
        return DigestPost(self.people, self.postage(ledger), self.digests, LINKS)

    def person(self, email: str = "grace@example.com", **fields: Any) -> User:
        person = make.user(email=email, **fields)
        self.people.register(person)
        return person

    def deliver(self, *events: Event) -> dict[str, Any]:
        """Messages are named message-0, message-1 and so on."""
        return send_emails([queue_record(event, f"message-{at}") for at, event in enumerate(events)], self.post())

    def deliver_digests(self, *bodies: str) -> dict[str, Any]:
        records = [queue_record_of(body, f"message-{at}") for at, body in enumerate(bodies)]
        return send_digests(records, self.digest_post())

    def entry(self, key: Key) -> Item:
        return from_attributes(self.table.client.get_item(TableName=self.table.name, Key=to_attributes(key))["Item"])


class Forgetful(DeliveryLedger):
    """Notes no mail that was sent, as when the worker dies then."""

    def close(self, *_: object) -> None:
        raise refusal("ProvisionedThroughputExceededException")
