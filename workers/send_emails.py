"""Queue to SES: one mail per event and person, never two, and none to whoever does not want it."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from app.domain.events import NOTIFICATION_OF, Event
from app.domain.people import Channel, User
from app.repositories.clients import dynamodb_client
from app.repositories.deliveries import AlreadyDelivered, DeliveryInProgress, DeliveryLedger, DeliveryState
from app.repositories.event_items import to_event
from app.repositories.people import PeopleRepository
from app.services.clock import Clock, utc_now
from app.settings import SendEmailsSettings
from workers.clients import SEND_ONCE
from workers.emails import Email, compose
from workers.observability import emit_counts, logger_of

if TYPE_CHECKING:
    from mypy_boto3_sesv2 import SESV2Client

WORKER = "send_emails"
REFUSED_FOR_GOOD = {"MessageRejected", "BadRequestException", "InvalidParameterValue"}

logger = logger_of(WORKER)

type Record = dict[str, Any]
type SendEmail = Callable[[Email], str]


class Unsendable(Exception):
    """SES will never take this mail."""


@dataclass(frozen=True)
class Post:
    """All that delivering takes."""

    people: PeopleRepository
    ledger: DeliveryLedger
    send: SendEmail
    page_origin: str
    clock: Clock = utc_now


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    return send_emails(event["Records"], _post())


def send_emails(records: Sequence[Record], post: Post) -> dict[str, Any]:
    """Lambda's partial batch response: the messages that the queue is to bring again."""
    counts = Counter(EmailsSent=0, EmailsSkipped=0, EmailsFailed=0)
    events = {record["messageId"]: _read(record) for record in records}
    users = _people_in([event for event in events.values() if event], post)
    unfinished = [
        message_id for message_id, event in events.items() if event is None or not _deliver(event, users, post, counts)
    ]
    emit_counts(WORKER, dict(counts))
    return {"batchItemFailures": [{"itemIdentifier": message_id} for message_id in unfinished]}


def ses_sender(client: "SESV2Client", sender: str, configuration_set: str | None) -> SendEmail:
    """Sends by SES. Raises Unsendable for what it refuses for good, botocore's errors for what may pass."""
    options: dict[str, Any] = {"ConfigurationSetName": configuration_set} if configuration_set else {}

    def send(email: Email) -> str:
        body = {"Text": _content(email.text), "Html": _content(email.html)}
        try:
            answer = client.send_email(
                FromEmailAddress=sender,
                Destination={"ToAddresses": [email.to]},
                Content={"Simple": {"Subject": _content(email.subject), "Body": body}},  # type: ignore[typeddict-item]
                **options,
            )
        except ClientError as error:
            if error.response["Error"]["Code"] in REFUSED_FOR_GOOD:
                raise Unsendable(error.response["Error"]["Code"]) from error
            raise
        return answer["MessageId"]

    return send


@cache
def _post() -> Post:
    settings = SendEmailsSettings.read().mail
    client = dynamodb_client(settings.region)
    ses = boto3.client("sesv2", region_name=settings.region, config=SEND_ONCE)
    return Post(
        people=PeopleRepository(client, settings.table_name),
        ledger=DeliveryLedger(client, settings.table_name),
        send=ses_sender(ses, settings.sender, settings.configuration_set),
        page_origin=settings.page_origin,
    )


def _read(record: Record) -> Event | None:
    """None for what is no event: the queue brings it five times and then sets it aside."""
    try:
        return to_event(json.loads(record["body"]))
    except (KeyError, TypeError, ValueError, AttributeError):
        logger.exception("message is no event", extra={"message_id": record["messageId"]})
        return None


def _people_in(events: Sequence[Event], post: Post) -> dict[str, User]:
    """Recipients and actors of the whole batch in one read."""
    return post.people.get_many([user_id for event in events for user_id in (*event.recipient_ids, event.actor_id)])


def _deliver(event: Event, users: dict[str, User], post: Post, counts: Counter[str]) -> bool:
    """Whether everybody is served. One person's failure keeps no other from their mail."""
    served = [_deliver_to(user_id, event, users, post, counts) for user_id in event.recipient_ids]
    return all(served)


def _deliver_to(user_id: str, event: Event, users: dict[str, User], post: Post, counts: Counter[str]) -> bool:
    try:
        counts[_outcome(user_id, event, users, post)] += 1
    except AlreadyDelivered:
        return True
    except DeliveryInProgress:
        return False
    except (ClientError, BotoCoreError, LookupError, ValueError):
        # LookupError and ValueError: an event that no mail can be made of. It must not fail the rest of its batch.
        logger.exception("not delivered, to be tried again", extra={"event_id": event.id, "user_id": user_id})
        return False
    return True


def _outcome(user_id: str, event: Event, users: dict[str, User], post: Post) -> str:
    """The count to raise. Raises what the ledger and SES raise."""
    recipient, now = users.get(user_id), post.clock()
    if recipient is None or not _wants(recipient, event):
        post.ledger.skip(event.id, user_id, now)
        return "EmailsSkipped"
    email = compose(event, recipient, users.get(event.actor_id), post.page_origin)
    post.ledger.lease(event.id, user_id, now)
    try:
        message_id = post.send(email)
    except Unsendable as error:
        logger.warning("refused for good", extra={"event_id": event.id, "user_id": user_id, "reason": str(error)})
        post.ledger.close(event.id, user_id, DeliveryState.FAILED, str(error))
        return "EmailsFailed"
    post.ledger.close(event.id, user_id, DeliveryState.SENT, message_id)
    return "EmailsSent"


def _wants(recipient: User, event: Event) -> bool:
    notification = NOTIFICATION_OF.get(event.type)
    return notification is not None and recipient.wants(notification, Channel.EMAIL)


def _content(text: str) -> dict[str, str]:
    return {"Data": text, "Charset": "UTF-8"}
