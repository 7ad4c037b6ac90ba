"""The roads from an event to people: a topic and a queue for each way to tell them.

baton-events ──> baton-send-emails ──> baton-send-digests
             ├─> baton-fill-inbox
             └─> baton-send-webhooks
baton-mail-events ──> baton-mail-events        what becomes of mails: bounces and complaints
baton-parking                                  records of the stream that nobody can read
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain import webhooks
from app.domain.events import NOTIFICATION_OF, EventType
from infra.local.queues import create_queue, create_worker_queue
from infra.local.topics import subscribe

if TYPE_CHECKING:
    from mypy_boto3_sesv2 import SESV2Client
    from mypy_boto3_sns import SNSClient
    from mypy_boto3_sqs import SQSClient

TOPIC_NAME = "baton-events"
MAIL_TOPIC_NAME = "baton-mail-events"
EMAIL_QUEUE_NAME = "baton-send-emails"
DIGEST_QUEUE_NAME = "baton-send-digests"
INBOX_QUEUE_NAME = "baton-fill-inbox"
WEBHOOK_QUEUE_NAME = "baton-send-webhooks"
MAIL_EVENTS_QUEUE_NAME = "baton-mail-events"
PARKING_QUEUE_NAME = "baton-parking"

# What people are told of; other events never wake the workers that tell them.
TOLD_TYPES = tuple(NOTIFICATION_OF)
# The log of deliveries gives an event up. The queue counts what our own failures brought again, too.
WEBHOOK_RECEIVE_COUNT = 2 * webhooks.ATTEMPTS


@dataclass(frozen=True)
class Notifications:
    topic_arn: str
    mail_topic_arn: str
    digest_queue_url: str
    webhook_queue_url: str
    parking_queue_url: str


def create_notifications(sns: "SNSClient", sqs: "SQSClient") -> Notifications:
    """Creating what is there already changes nothing, so every start runs this."""
    topic_arn = sns.create_topic(Name=TOPIC_NAME)["TopicArn"]
    mail_topic_arn = sns.create_topic(Name=MAIL_TOPIC_NAME)["TopicArn"]
    for name in (EMAIL_QUEUE_NAME, INBOX_QUEUE_NAME):
        subscribe(sns, sqs, topic_arn=topic_arn, queue=create_worker_queue(sqs, name), types=TOLD_TYPES)
    webhook_queue = create_worker_queue(sqs, WEBHOOK_QUEUE_NAME, max_receive_count=WEBHOOK_RECEIVE_COUNT)
    subscribe(sns, sqs, topic_arn=topic_arn, queue=webhook_queue, types=tuple(EventType))
    subscribe(sns, sqs, topic_arn=mail_topic_arn, queue=create_worker_queue(sqs, MAIL_EVENTS_QUEUE_NAME))
    return Notifications(
        topic_arn=topic_arn,
        mail_topic_arn=mail_topic_arn,
        digest_queue_url=create_worker_queue(sqs, DIGEST_QUEUE_NAME).url,
        webhook_queue_url=webhook_queue.url,
        parking_queue_url=create_queue(sqs, PARKING_QUEUE_NAME).url,
    )


def verify_sender(ses: "SESV2Client", address: str) -> None:
    try:
        ses.create_email_identity(EmailIdentity=address)
    except ses.exceptions.AlreadyExistsException:
        return
