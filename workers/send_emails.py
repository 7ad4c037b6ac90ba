"""Queue to SES: one mail per event and person, never two, and none to whoever does not want it.

The events of a bulk action are not mailed here: each is put aside for its people, and a delayed message has them
mailed as one (send_digests).
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

import boto3

from app.domain.events import NOTIFICATION_OF, Event
from app.domain.people import Channel, User
from app.repositories.clients import CONFIG, dynamodb_client
from app.repositories.deliveries import AlreadyDelivered, DeliveryInProgress
from app.repositories.digests import DigestPart, DigestRepository
from app.repositories.people import PeopleRepository
from app.repositories.table import delivery_key
from app.services.clock import Clock, utc_now
from app.settings import SendEmailsSettings
from workers.digest_queue import DigestDue, DigestQueue
from workers.emails import compose
from workers.links import Links
from workers.observability import emit_counts, logger_of
from workers.postage import FAILURES, Named, Postage, log_failure
from workers.queue_events import Record, events_in

WORKER = "send_emails"
COLLECTED = "EmailsCollected"

logger = logger_of(WORKER)


@dataclass(frozen=True)
class Post:
    """All that delivering takes."""

    people: PeopleRepository
    postage: Postage
    digests: DigestRepository
    digest_queue: DigestQueue
    links: Links
    clock: Clock = utc_now


@dataclass(frozen=True)
class Batch:
    """What a batch knows from the start, and what has come of it."""

    post: Post
    users: dict[str, User]
    started_at: datetime
    counts: Counter[str]
    collected: dict[DigestDue, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The digests that got a part, with the ids of the events."""

    @classmethod
    def of(cls, events: Sequence[Event], post: Post) -> "Batch":
        """Recipients and actors of all events in one read."""
        users = post.people.get_many(
            [user_id for event in events for user_id in (*event.recipient_ids, event.actor_id)]
        )
        return cls(post, users, post.clock(), Counter(EmailsSent=0, EmailsSkipped=0, EmailsFailed=0, EmailsCollected=0))

    def serve(self, event: Event) -> bool:
        """Whether everybody is served. One person's failure keeps no other from their mail."""
        served = [self._serve_one(user_id, event) for user_id in event.recipient_ids]
        return all(served)

    def announce(self) -> set[str]:
        """The ids of the events whose digests nobody would come to mail."""
        refused = self.post.digest_queue.announce(self.collected)
        for digest in refused:
            logger.warning("digest not announced", extra={"bulk_id": digest.bulk_id, "user_id": digest.user_id})
        return {event_id for digest in refused for event_id in self.collected[digest]}

    def _serve_one(self, user_id: str, event: Event) -> bool:
        named: Named = {"event_id": event.id, "request_id": event.request_id, "user_id": user_id}
        try:
            self.counts[self._outcome(user_id, event, named)] += 1
        except AlreadyDelivered:
            return True
        except DeliveryInProgress:
            return False
        except FAILURES as error:
            log_failure(logger, error, named)
            return False
        return True

    def _outcome(self, user_id: str, event: Event, named: Named) -> str:
        """The count to raise."""
        recipient, key = self.users.get(user_id), delivery_key(event.id, user_id)
        if recipient is None or not _wants(recipient, event):
            return self.post.postage.skip(key)
        if event.bulk_id:
            return self._collect(event.bulk_id, user_id, event)
        email = compose(event, recipient, self.users.get(event.actor_id), self.post.links)
        return self.post.postage.mail(key, email, named)

    def _collect(self, bulk_id: str, user_id: str, event: Event) -> str:
        self.post.digests.collect(bulk_id, user_id, DigestPart(event, self.started_at))
        self.collected[DigestDue(bulk_id, user_id, self.started_at)].add(event.id)
        return COLLECTED


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    return send_emails(event["Records"], _post())


def send_emails(records: Sequence[Record], post: Post) -> dict[str, Any]:
    """Lambda's partial batch response: the messages that the queue is to bring again."""
    events = events_in(records, logger)
    batch = Batch.of([event for event in events.values() if event], post)
    unserved = {message_id for message_id, event in events.items() if event is None or not batch.serve(event)}
    unannounced = batch.announce()
    emit_counts(WORKER, dict(batch.counts))
    failures = [
        {"itemIdentifier": message_id}
        for message_id, event in events.items()
        if message_id in unserved or (event and event.id in unannounced)
    ]
    return {"batchItemFailures": failures}


@cache
def _post() -> Post:
    settings = SendEmailsSettings.read()
    mail = settings.mail
    client = dynamodb_client(mail.region)
    sqs = boto3.client("sqs", region_name=mail.region, config=CONFIG)
    return Post(
        people=PeopleRepository(client, mail.table_name),
        postage=Postage.of(client, mail, WORKER),
        digests=DigestRepository(client, mail.table_name),
        digest_queue=DigestQueue(sqs, settings.digest_queue_url, settings.digest_seconds),
        links=Links.of(mail),
    )


def _wants(recipient: User, event: Event) -> bool:
    notification = NOTIFICATION_OF.get(event.type)
    return notification is not None and recipient.wants(notification, Channel.EMAIL)
