"""One mail to SES: one recipient, a further attempt only where SES was asked too fast, and what it refuses for good."""

import random
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

from app.settings import MailSettings
from workers.emails import Email

if TYPE_CHECKING:
    from mypy_boto3_sesv2 import SESV2Client

# SES takes no token that makes a second send the same send: the queue is the retry, behind the ledger. And one try is
# to end well before the worker's own time.
SEND_ONCE = Config(connect_timeout=1, read_timeout=5, retries={"total_max_attempts": 1}, tcp_keepalive=True)
REFUSED_FOR_GOOD = {"MessageRejected", "BadRequestException", "InvalidParameterValue"}
# SES took nothing, so a further attempt cannot be a second mail.
TOO_FAST = "TooManyRequestsException"
LONGEST_PAUSES = (0.5, 1.0, 2.0)  # seconds

type SendEmail = Callable[[Email], str]
"""Gives the message's id. Raises Unsendable, or botocore's errors for what may pass."""


class Unsendable(Exception):
    """SES will never take this mail. The text is SES's code alone: its messages name addresses."""


def ses_sender(
    client: "SESV2Client", sender: str, configuration_set: str | None, sleep: Callable[[float], object] = time.sleep
) -> SendEmail:
    options: dict[str, Any] = {"ConfigurationSetName": configuration_set} if configuration_set else {}

    def send(email: Email, pauses: Sequence[float] = LONGEST_PAUSES) -> str:
        try:
            answer = client.send_email(
                FromEmailAddress=sender,
                Destination={"ToAddresses": [email.to]},
                Content={"Simple": _message(email)},
                EmailTags=_pairs(email.tags),
                **options,
            )
        except ClientError as error:
            code = error.response["Error"]["Code"]
            if code in REFUSED_FOR_GOOD:
                raise Unsendable(code) from error
            if code != TOO_FAST or not pauses:
                raise
        else:
            return answer["MessageId"]
        sleep(random.uniform(0, pauses[0]))  # noqa: S311  jitter, not secrecy
        return send(email, pauses[1:])

    return send


def sender_of(settings: MailSettings) -> SendEmail:
    client = boto3.client("sesv2", region_name=settings.region, config=SEND_ONCE)
    return ses_sender(client, settings.sender, settings.configuration_set)


def _message(email: Email) -> Any:
    return {
        "Subject": _content(email.subject),
        "Body": {"Text": _content(email.text), "Html": _content(email.html)},
        "Headers": _pairs(email.headers),
    }


def _content(text: str) -> dict[str, str]:
    return {"Data": text, "Charset": "UTF-8"}


def _pairs(named: Mapping[str, str]) -> Any:
    return [{"Name": name, "Value": value} for name, value in named.items()]
