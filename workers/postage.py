"""A mail behind the ledger: leased, sent, closed; never sent twice, and never again what is refused for good."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError
from jinja2 import TemplateError

from app.domain.errors import Unfinished
from app.repositories.deliveries import NOTHING, DeliveryLedger, DeliveryState
from app.repositories.table import Key
from app.services.clock import Clock, utc_now
from app.settings import MailSettings
from workers.emails import Email
from workers.observability import logger_of
from workers.sending_by_ses import SendEmail, Unsendable, sender_of

if TYPE_CHECKING:
    from aws_lambda_powertools import Logger
    from mypy_boto3_dynamodb import DynamoDBClient

type Named = Mapping[str, object]
"""What a log line names: ids, never an address."""

TO_BE_TRIED_AGAIN = "not delivered, to be tried again"
# Raised while a mail is made of an event: of some none can be, and they must not fail the rest of their batch.
NO_MAIL = (LookupError, ValueError, TypeError, AttributeError, TemplateError)
FAILURES = (ClientError, BotoCoreError, Unfinished, *NO_MAIL)


class Outcome(StrEnum):
    """What became of a mail, by the name of its count."""

    SENT = "EmailsSent"
    SKIPPED = "EmailsSkipped"
    FAILED = "EmailsFailed"


@dataclass(frozen=True)
class Postage:
    """All that sending takes. Every method raises AlreadyDelivered, DeliveryInProgress, and what may pass."""

    ledger: DeliveryLedger
    send: SendEmail
    logger: "Logger"
    clock: Clock = utc_now

    @classmethod
    def of(cls, client: "DynamoDBClient", settings: MailSettings, worker: str) -> "Postage":
        return cls(DeliveryLedger(client, settings.table_name), sender_of(settings), logger_of(worker))

    def skip(self, key: Key, also: Mapping[str, Any] = NOTHING) -> Outcome:
        self.ledger.skip(key, self.clock(), also)
        return Outcome.SKIPPED

    def mail(self, key: Key, email: Email, named: Named, also: Mapping[str, Any] = NOTHING) -> Outcome:
        self.ledger.lease(key, self.clock(), also)
        try:
            message_id = self.send(email)
        except Unsendable as error:
            self.logger.warning("refused for good", extra={**named, "reason": str(error)})
            self.ledger.close(key, DeliveryState.FAILED, str(error))
            return Outcome.FAILED
        self.ledger.close(key, DeliveryState.SENT, message_id)
        self.logger.info("sent", extra={**named, "ses_message_id": message_id})
        return Outcome.SENT


def log_failure(logger: "Logger", error: Exception, named: Named) -> None:
    """What AWS says of a mail may name its address, so of that the code alone."""
    match error:
        case ClientError():
            logger.warning(TO_BE_TRIED_AGAIN, extra={**named, "reason": error.response["Error"]["Code"]})
        case BotoCoreError() | Unfinished():
            logger.warning(TO_BE_TRIED_AGAIN, extra={**named, "reason": type(error).__name__})
        case _:
            logger.error(TO_BE_TRIED_AGAIN, exc_info=error, extra=dict(named))
