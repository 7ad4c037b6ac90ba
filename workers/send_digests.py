"""Delayed queue to SES: the events of one bulk action as one mail per person, and none of them lost or mailed twice.

A message says up to when its batch collected events. Each batch of a bulk action sends one, and only the last of
them finds nothing that came in later: that one mails all there is. What comes in after all that gets a mail more.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.domain.people import Channel
from app.repositories.clients import dynamodb_client
from app.repositories.deliveries import AlreadyDelivered, DeliveryInProgress, DeliveryState
from app.repositories.digests import Digest, DigestMail, DigestRepository
from app.repositories.people import PeopleRepository
from app.repositories.table import digest_mail_key
from app.settings import MailSettings
from workers.digest_queue import DigestDue, to_digest_due
from workers.emails import compose_digest
from workers.lambda_events import Answer, Record, to_come_again
from workers.links import Links
from workers.observability import emit_counts, logger_of
from workers.postage import FAILURES, Outcome, Postage, log_failure

WORKER = "send_digests"

logger = logger_of(WORKER)


@dataclass(frozen=True)
class DigestPost:
    """All that delivering takes."""

    people: PeopleRepository
    postage: Postage
    digests: DigestRepository
    links: Links


def handler(event: dict[str, Any], _context: object) -> Answer:
    return send_digests(event["Records"], _post())


def send_digests(records: Sequence[Record], post: DigestPost) -> Answer:
    """Lambda's partial batch response: the messages that the queue is to bring again."""
    counts = Counter(EmailsSent=0, EmailsSkipped=0, EmailsFailed=0)
    unfinished = [record["messageId"] for record in records if not _serve(record, post, counts)]
    emit_counts(WORKER, dict(counts))
    return to_come_again(unfinished)


@cache
def _post() -> DigestPost:
    settings = MailSettings.read()
    client = dynamodb_client(settings.region)
    return DigestPost(
        people=PeopleRepository(client, settings.table_name),
        postage=Postage.of(client, settings, WORKER),
        digests=DigestRepository(client, settings.table_name),
        links=Links.of(settings),
    )


def _serve(record: Record, post: DigestPost, counts: Counter[str]) -> bool:
    due = _read(record)
    if due is None:
        return False
    named = {"bulk_id": due.bulk_id, "user_id": due.user_id}
    try:
        digest = post.digests.find(due.bulk_id, due.user_id)
        for mail in _mails_due(digest, due):
            counts[_outcome(mail, digest, due, post)] += 1
    except (AlreadyDelivered, DeliveryInProgress):
        return False  # another worker mails it right now, or did so since it was read: what is left then is seen anew
    except FAILURES as error:
        log_failure(logger, error, named)
        return False
    return True


def _read(record: Record) -> DigestDue | None:
    """None for what is no such message: the queue brings it five times and then sets it aside."""
    try:
        return to_digest_due(record["body"])
    except (KeyError, TypeError, ValueError) as error:
        reason = type(error).__name__
        logger.error("message is no digest", extra={"message_id": record["messageId"], "reason": reason})
        return None


def _mails_due(digest: Digest, due: DigestDue) -> Iterator[DigestMail]:
    """The mail that somebody began and did not end, as it was; then what no mail holds yet.

    The latter waits where something was collected since: the message about that is still to come.
    """
    yield from (mail for mail in digest.mails if mail.state is DeliveryState.IN_PROGRESS)
    held = {event_id for mail in digest.mails for event_id in mail.event_ids}
    rest = {event_id: part for event_id, part in digest.parts.items() if event_id not in held}
    if rest and all(part.collected_at <= due.collected_up_to for part in rest.values()):
        yield DigestMail(len(digest.mails), tuple(rest))


def _outcome(mail: DigestMail, digest: Digest, due: DigestDue, post: DigestPost) -> Outcome:
    """Asks again what of it the person wants: they may have said no since it was collected, or be no admin any more."""
    key = digest_mail_key(due.bulk_id, due.user_id, mail.number)
    events = [digest.parts[event_id].event for event_id in mail.event_ids]
    actor_id = events[0].actor_id
    users = post.people.get_many([due.user_id, actor_id])
    recipient, also = users.get(due.user_id), {"eventIds": list(mail.event_ids)}
    wanted = [event for event in events if recipient and event.is_wanted_by(recipient, Channel.EMAIL)]
    if recipient is None or not wanted:
        return post.postage.skip(key, also)
    email = compose_digest(due.bulk_id, wanted, recipient, users.get(actor_id), post.links)
    named = {"bulk_id": due.bulk_id, "user_id": due.user_id, "request_id": events[0].request_id}
    return post.postage.mail(key, email, named, also)
