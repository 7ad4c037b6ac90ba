"""The queue worked off by a mail worker that dies, through an SES that fails."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from botocore.exceptions import ClientError, ReadTimeoutError

from app.repositories.deliveries import DeliveryLedger
from app.repositories.digests import DigestRepository
from app.repositories.people import PeopleRepository
from tests.conftest import Table
from tests.faults.faults import Faults, Killed
from tests.faults.road import FaultyQueue, Message
from tests.lambda_events import queue_record_of
from workers.digest_queue import DigestQueue
from workers.links import Links
from workers.observability import logger_of
from workers.postage import Postage
from workers.send_emails import Post, send_emails
from workers.sending_by_ses import ses_sender

type Delivery = tuple[str, str]
"""(event id, user id)"""

BEFORE, AFTER = "worker: killed between lease and send", "worker: killed between send and SENT"
THROTTLED, SILENT = "SES: throttled", "SES: no answer after sending"


@dataclass
class FaultyMailService:
    """Stands in for the SES client."""

    faults: Faults
    arrived: Counter[Delivery] = field(default_factory=Counter)
    in_the_window: Counter[Delivery] = field(default_factory=Counter)
    """Mails that left while nobody could write it down: each may leave once more, and no other may."""

    def send_email(self, **request: Any) -> dict[str, str]:
        tags = {tag["Name"]: tag["Value"] for tag in request["EmailTags"]}
        fault = self.faults.strike(BEFORE, AFTER, THROTTLED, SILENT)
        if fault == BEFORE:
            raise Killed
        if fault == THROTTLED:
            raise ClientError({"Error": {"Code": "TooManyRequestsException", "Message": "Slow down"}}, "SendEmail")
        delivery = (tags["event"], tags["user"])
        self.arrived[delivery] += 1
        if fault:
            self.in_the_window[delivery] += 1
        if fault == AFTER:
            raise Killed
        if fault == SILENT:
            raise ReadTimeoutError(endpoint_url="https://email.example.com")
        return {"MessageId": "message"}


@dataclass
class Mailer:
    table: Table
    queue: FaultyQueue
    service: FaultyMailService

    def mail_all(self) -> Iterator[int]:
        """Until the queue is empty; how many messages are left, after each batch."""
        while batch := self.queue.receive():
            self.queue.settle(batch, self._invoke(batch))
            yield len(self.queue)

    def _invoke(self, batch: list[Message]) -> set[str]:
        """The ids of the messages that come back; all of them where the worker was killed."""
        records = [queue_record_of(message.body, message.id) for message in batch]
        try:
            answer = send_emails(records, self._post())
        except Killed:
            return {message.id for message in batch}
        return {failure["itemIdentifier"] for failure in answer["batchItemFailures"]}

    def _post(self) -> Post:
        client, name = self.table.client, self.table.name
        send = ses_sender(cast("Any", self.service), "Baton <baton@example.com>", None, sleep=lambda _: None)
        return Post(
            people=PeopleRepository(client, name),
            postage=Postage(DeliveryLedger(client, name), send, logger_of("send_emails"), self._now),
            digests=DigestRepository(client, name),
            digest_queue=DigestQueue(cast("Any", None), "digests", 60),
            links=Links("https://baton.example.com", "https://api.example.com", b"thirty-two characters of a secret"),
            clock=self._now,
        )

    def _now(self) -> Any:
        return self.queue.now
