"""Sending by SES: what it is asked for, which refusals are for good, and the whole Lambda on moto."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import boto3
import pytest
from botocore.exceptions import ClientError, ReadTimeoutError
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.ses.models import ses_backends

from app.repositories.people import PeopleRepository
from tests import factories as make
from tests.conftest import REGION, Table
from tests.lambda_events import queue_record
from workers import send_emails
from workers.emails import Email
from workers.send_emails import Unsendable, handler, ses_sender

if TYPE_CHECKING:
    from mypy_boto3_sesv2 import SESV2Client

SENDER = "Baton <baton@example.com>"
EMAIL = Email(to="grace@example.com", subject="Größe", text="Text", html="<p>Text</p>")


@dataclass
class Ses:
    failure: Exception | None = None
    asked: list[dict[str, Any]] = field(default_factory=list)

    def send_email(self, **request: Any) -> dict[str, str]:
        self.asked.append(request)
        if self.failure:
            raise self.failure
        return {"MessageId": "ses-1"}

    def sender(self, configuration_set: str | None = None) -> send_emails.SendEmail:
        return ses_sender(cast("SESV2Client", self), SENDER, configuration_set)


def refusal(code: str) -> ClientError:
    return ClientError({"Error": {"Code": code, "Message": "No"}}, "SendEmail")


@pytest.mark.parametrize("code", ["MessageRejected", "BadRequestException", "InvalidParameterValue"])
def test_a_refusal_for_good_is_told_as_one(code: str) -> None:
    with pytest.raises(Unsendable, match=code):
        Ses(refusal(code)).sender()(EMAIL)


@pytest.mark.parametrize("code", ["TooManyRequestsException", "LimitExceededException", "SendingPausedException"])
def test_a_refusal_that_may_pass_stays_what_it_is(code: str) -> None:
    with pytest.raises(ClientError, match=code):
        Ses(refusal(code)).sender()(EMAIL)


def test_a_send_that_got_no_answer_is_not_sent_again_here() -> None:
    ses = Ses(ReadTimeoutError(endpoint_url="https://email.example.com"))
    with pytest.raises(ReadTimeoutError):
        ses.sender()(EMAIL)
    assert len(ses.asked) == 1


def test_ses_gets_one_recipient_and_both_bodies_in_utf_8() -> None:
    ses = Ses()
    assert ses.sender()(EMAIL) == "ses-1"

    def content(text: str) -> dict[str, str]:
        return {"Data": text, "Charset": "UTF-8"}

    body = {"Text": content("Text"), "Html": content("<p>Text</p>")}
    assert ses.asked == [
        {
            "FromEmailAddress": SENDER,
            "Destination": {"ToAddresses": ["grace@example.com"]},
            "Content": {"Simple": {"Subject": content("Größe"), "Body": body}},
        }
    ]


def test_a_configuration_set_goes_with_every_mail() -> None:
    ses = Ses()
    ses.sender("bounces")(EMAIL)
    assert ses.asked[0]["ConfigurationSetName"] == "bounces"


@pytest.fixture
def environment(moto_table: Table, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A Lambda's, with a sender that SES knows."""
    boto3.client("ses", region_name=REGION).verify_email_identity(EmailAddress="baton@example.com")
    monkeypatch.setenv("TABLE_NAME", moto_table.name)
    monkeypatch.setenv("PAGE_ORIGIN", "https://baton.example.com")
    monkeypatch.setenv("MAIL_SENDER", SENDER)
    monkeypatch.delenv("CONFIGURATION_SET", raising=False)
    send_emails._post.cache_clear()
    yield
    send_emails._post.cache_clear()


@pytest.mark.usefixtures("environment")
def test_the_lambda_mails_each_recipient_once(moto_table: Table) -> None:
    grace = make.user(email="grace@example.com")
    PeopleRepository(moto_table.client, moto_table.name).register(grace)
    event = {"Records": [queue_record(make.event(title="Write", recipient_ids=(grace.id,)))]}
    for _ in range(2):
        assert handler(event, None) == {"batchItemFailures": []}
    (sent,) = ses_backends[DEFAULT_ACCOUNT_ID][REGION].sent_messages
    assert sent.destinations["ToAddresses"] == ["grace@example.com"]
    assert sent.source == SENDER
    assert sent.subject == "Someone assigned you to Write"
