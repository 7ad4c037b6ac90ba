"""Queue to SES: one mail per event and person, never two, and none to whoever does not want it.

The events of a bulk action are not mailed here: each is put aside for its people, and a delayed message has them
mailed as one (send_digests).
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from app.domain.events import Event
from app.domain.people import Channel, User
from app.repositories.clients import dynamodb_client, sqs_client
from app.repositories.deliveries import AlreadyDelivered, DeliveryInProgress
from app.repositories.digests import DigestPart, DigestRepository
from app.repositories.people import PeopleRepository
from app.repositories.table import delivery_key
from app.services.clock import Clock, utc_now
from app.settings import SendEmailsSettings
from workers.digest_queue import DigestDue, DigestQueue
from workers.emails import compose
from workers.lambda_events import Answer, Record, to_come_again
from workers.links import Links
from workers.observability import emit_counts, logger_of, named
from workers.postage import FAILURES, Named, Outcome, Postage, log_failure
from workers.queue_events import events_in

WORKER = "send_emails"
COLLECTED, KNOWN = "EmailsCollected", "EmailsKnown"
COUNTS = (*Outcome, COLLECTED, KNOWN)
AGAIN = "to come again"  # counted nowhere: it is not over

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
class Delivery:
    """One event to one person, and the message that brought it."""

    message_id: str
    event: Event
    user_id: str

    @property
    def named(self) -> Named:
        return {**named(self.event), "user_id": self.user_id}


@dataclass(frozen=True)
class Batch:
    """What all deliveries of a batch share."""

    post: Post
    users: dict[str, User]
    started_at: datetime

    @classmethod
    def of(cls, deliveries: Sequence[Delivery], post: Post) -> "Batch":
        """Recipients and actors of all events in one read."""
        ids = [user_id for delivery in deliveries for user_id in (delivery.user_id, delivery.event.actor_id)]
        return cls(post, post.people.get_many(ids), post.clock())

    def announce(self, collected: Sequence[Delivery]) -> set[str]:
        """The ids of the messages whose digests nobody would come to mail."""
        message_ids = defaultdict(set)
        for delivery in collected:
            digest = DigestDue(delivery.event.bulk_id or "", delivery.user_id, self.started_at)
            message_ids[digest].add(delivery.message_id)
        refused = self.post.digest_queue.announce(message_ids)
        for digest in refused:
            logger.warning("digest not announced", extra={"bulk_id": digest.bulk_id, "user_id": digest.user_id})
        return {message_id for digest in refused for message_id in message_ids[digest]}

    def serve(self, delivery: Delivery) -> str:
        """The count to raise, or AGAIN: one failure keeps no other from their mail."""
        try:
            return self._outcome(delivery)
        except AlreadyDelivered:
            return KNOWN
        except DeliveryInProgress:
            return AGAIN
        except FAILURES as error:
            log_failure(logger, error, delivery.named)
            return AGAIN

    def _outcome(self, delivery: Delivery) -> str:
        event, recipient = delivery.event, self.users.get(delivery.user_id)
        key = delivery_key(event.id, delivery.user_id)
        if recipient is None or not event.is_wanted_by(recipient, Channel.EMAIL):
            return self.post.postage.skip(key)
        if event.bulk_id:
            self.post.digests.collect(event.bulk_id, delivery.user_id, DigestPart(event, self.started_at))
            return COLLECTED
        email = compose(event, recipient, self.users.get(event.actor_id), self.post.links)
        return self.post.postage.mail(key, email, delivery.named)


def handler(event: dict[str, Any], _context: object) -> Answer:
    return send_emails(event["Records"], _post())


def send_emails(records: Sequence[Record], post: Post) -> Answer:
    """Lambda's partial batch response: the messages that the queue is to bring again."""
    events = events_in(records, logger)
    deliveries = [
        Delivery(message_id, event, user_id)
        for message_id, event in events.items()
        if event
        for user_id in event.recipient_ids
    ]
    batch = Batch.of(deliveries, post)
    # One after the other: a worker that dies leaves one mail at most of which nobody knows whether it left.
    outcomes = [batch.serve(delivery) for delivery in deliveries]
    served = list(zip(deliveries, outcomes, strict=True))
    failed = {message_id for message_id, event in events.items() if event is None}
    failed |= {delivery.message_id for delivery, outcome in served if outcome == AGAIN}
    failed |= batch.announce([delivery for delivery, outcome in served if outcome == COLLECTED])
    counted = Counter(outcomes)
    emit_counts(WORKER, {name: counted[name] for name in COUNTS})
    return to_come_again(message_id for message_id in events if message_id in failed)


@cache
def _post() -> Post:
    settings = SendEmailsSettings.read()
    mail = settings.mail
    client = dynamodb_client(mail.region)
    return Post(
        people=PeopleRepository(client, mail.table_name),
        postage=Postage.of(client, mail, WORKER),
        digests=DigestRepository(client, mail.table_name),
        digest_queue=DigestQueue(sqs_client(mail.region), settings.digest_queue_url, settings.digest_seconds),
        links=Links.of(mail),
    )
