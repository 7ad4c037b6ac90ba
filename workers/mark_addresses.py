"""SES's word on addresses: mail that came back for good, or was called spam, is the last that goes there."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from app.domain.errors import NotFound, Stale, Unfinished
from app.domain.people import AddressStatus, User, with_address_status
from app.repositories.clients import dynamodb_client
from app.repositories.people import PeopleRepository
from app.services.changes import change
from app.settings import TableSettings
from workers.lambda_events import Answer, Record, to_come_again
from workers.observability import emit_counts, logger_of

WORKER = "mark_addresses"
# Said once whenever the topic becomes an event destination, and no event.
GREETING = "Successfully validated SNS topic for Amazon SES event publishing."
NOT_SPAM = "not-spam"  # the mail was among the spam, and its reader took it out
UNREADABLE = (KeyError, TypeError, ValueError, AttributeError)
PASSING = (Stale, Unfinished, ClientError, BotoCoreError)

logger = logger_of(WORKER)


@dataclass(frozen=True)
class Verdict:
    """On the addresses that one mail went to, as they were then."""

    status: AddressStatus
    addresses: frozenset[str]
    user_id: str | None
    ses_message_id: str


def handler(event: dict[str, Any], _context: object) -> Answer:
    return mark_addresses(event["Records"], _people())


def mark_addresses(records: Sequence[Record], people: PeopleRepository) -> Answer:
    """Lambda's partial batch response: the messages that the queue is to bring again."""
    counts = Counter(AddressesMarked=0)
    unfinished = [record["messageId"] for record in records if not _serve(record, people, counts)]
    emit_counts(WORKER, dict(counts))
    return to_come_again(unfinished)


@cache
def _people() -> PeopleRepository:
    settings = TableSettings.read()
    return PeopleRepository(dynamodb_client(settings.region), settings.table_name)


def _serve(record: Record, people: PeopleRepository, counts: Counter[str]) -> bool:
    named = {"message_id": record["messageId"]}
    try:
        verdict = _read(record["body"])
        if verdict:
            _mark(verdict, people, counts)
    except (*UNREADABLE, *PASSING) as error:
        # Not the error's text, which may hold an address.
        logger.error("address not marked", extra={**named, "reason": type(error).__name__})
        return False
    return True


def _read(body: str) -> Verdict | None:
    """None: nothing follows from it. Raises KeyError, TypeError, ValueError or AttributeError for what is no event."""
    if body.strip() == GREETING:
        return None
    event = json.loads(body)
    match event["eventType"]:
        case "Bounce" if event["bounce"]["bounceType"] == "Permanent":
            return _verdict(AddressStatus.BOUNCED, event, event["bounce"]["bouncedRecipients"])
        case "Complaint" if event["complaint"].get("complaintFeedbackType") != NOT_SPAM:
            return _verdict(AddressStatus.COMPLAINED, event, event["complaint"]["complainedRecipients"])
    return None


def _verdict(status: AddressStatus, event: dict[str, Any], recipients: Sequence[dict[str, str]]) -> Verdict:
    """Every mail has one recipient. A bounce names the address that a mail was forwarded to, if it was."""
    mail = event["mail"]
    addresses = [*(recipient["emailAddress"] for recipient in recipients), *mail.get("destination", [])]
    tagged = mail.get("tags", {}).get("user") or [None]
    return Verdict(status, frozenset(address.lower() for address in addresses), tagged[0], mail["messageId"])


def _mark(verdict: Verdict, people: PeopleRepository, counts: Counter[str]) -> None:
    """Unless the person has another address by now. Raises Stale."""

    def save(before: User, after: User) -> None:
        people.save(before, after)
        counts["AddressesMarked"] += 1
        logger.info("address marked", extra={**named, "status": verdict.status})

    named = {"ses_message_id": verdict.ses_message_id, "user_id": verdict.user_id}
    try:
        change(lambda: _person(verdict, people), lambda user: _judged(user, verdict), save)
    except NotFound:
        logger.warning("nobody to mark", extra=named)


def _person(verdict: Verdict, people: PeopleRepository) -> User:
    user = people.get(verdict.user_id) if verdict.user_id else None
    if user is None:
        raise NotFound("There is no such person.")
    return user


def _judged(user: User, verdict: Verdict) -> User:
    return with_address_status(user, verdict.status) if user.email.lower() in verdict.addresses else user
