"""Sending by SES: what it is asked for, which refusals are for good, and the whole Lambda on moto."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any, cast

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError, ReadTimeoutError
from botocore.session import get_session
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.ses.models import ses_backends

from app.repositories.clients import CONFIG
from app.repositories.deliveries import LEASE
from app.repositories.people import PeopleRepository
from tests import factories as make
from tests.conftest import REGION, Table
from tests.lambda_events import queue_record
from tests.workers.post_office import LINKS
from workers import send_emails
from workers.digest_queue import to_digest_due
from workers.emails import Email, compose
from workers.send_emails import handler
from workers.sending_by_ses import SEND_ONCE, SendEmail, Unsendable, ses_sender

if TYPE_CHECKING:
    from mypy_boto3_sesv2 import SESV2Client

SENDER = "Baton <baton@example.com>"
EMAIL = Email(
    to="grace@example.com",
    subject="Größe",
    text="Text",
    html="<p>Text</p>",
    headers={"Auto-Submitted": "auto-generated"},
    tags={"user": "grace", "event": "E1"},
)


@dataclass
class Ses:
    failure: Exception | None = None
    failures: int = 100
    asked: list[dict[str, Any]] = field(default_factory=list)
    pauses: list[float] = field(default_factory=list)

    def send_email(self, **request: Any) -> dict[str, str]:
        self.asked.append(request)
        if self.failure and len(self.asked) <= self.failures:
            raise self.failure
        return {"MessageId": "ses-1"}

    def sender(self, configuration_set: str | None = None) -> SendEmail:
        return ses_sender(cast("SESV2Client", self), SENDER, configuration_set, sleep=self.pauses.append)


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


@pytest.mark.parametrize(
    "failure",
    [
        ReadTimeoutError(endpoint_url="https://email.example.com"),
        refusal("InternalFailure"),
        refusal("SendingPausedException"),
    ],
)
def test_a_send_that_may_have_been_one_is_not_sent_again_here(failure: Exception) -> None:
    ses = Ses(failure)
    with pytest.raises(type(failure)):
        ses.sender()(EMAIL)
    assert (len(ses.asked), ses.pauses) == (1, [])


def test_a_send_that_failed_is_not_sent_again_behind_the_ledgers_back() -> None:
    asked: list[str] = []

    class Failing(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(self.path)
            self.send_response(503)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Silent."""

    with HTTPServer(("127.0.0.1", 0), Failing) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        ses = boto3.client("sesv2", region_name=REGION, endpoint_url=address, config=SEND_ONCE)
        with pytest.raises(ClientError):
            ses.send_email(Destination={"ToAddresses": ["grace@example.com"]}, Content={})
        server.shutdown()
    assert asked == ["/v2/email/outbound-emails"]


@pytest.mark.parametrize("config", [CONFIG, SEND_ONCE])
def test_every_attempt_of_a_call_together_ends_before_a_delivery_is_leased_anew(config: Config) -> None:
    timeouts = config.connect_timeout + config.read_timeout  # type: ignore[attr-defined]
    attempts = config.retries["total_max_attempts"]  # type: ignore[attr-defined]
    assert timeouts * attempts < LEASE.total_seconds() / 2


def test_where_ses_was_asked_too_fast_it_is_asked_again_after_growing_pauses() -> None:
    ses = Ses(refusal("TooManyRequestsException"), failures=3)
    assert ses.sender()(EMAIL) == "ses-1"
    assert len(ses.asked) == 4
    assert [0 <= pause <= longest for pause, longest in zip(ses.pauses, (0.5, 1, 2), strict=True)] == [True] * 3


def test_where_ses_stays_too_busy_the_queue_brings_the_mail_again() -> None:
    ses = Ses(refusal("TooManyRequestsException"))
    with pytest.raises(ClientError, match="TooManyRequestsException"):
        ses.sender()(EMAIL)
    assert len(ses.asked) == 4


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
            "Content": {
                "Simple": {
                    "Subject": content("Größe"),
                    "Body": body,
                    "Headers": [{"Name": "Auto-Submitted", "Value": "auto-generated"}],
                }
            },
            "EmailTags": [{"Name": "user", "Value": "grace"}, {"Name": "event", "Value": "E1"}],
        }
    ]


def test_headers_and_tags_are_as_ses_takes_them() -> None:
    """By botocore's own description of SES, whose patterns nobody checks before a request leaves."""
    service = get_session().get_service_model("sesv2")
    headers, name, value = (service.shape_for(f"MessageHeader{part}") for part in ("List", "Name", "Value"))
    event = make.event(task_id="T 1\r\nBcc: eve@example.com", id="E#1", title="Größe\r\nBcc: eve@example.com")
    email = compose(event, make.user(), None, LINKS)
    assert len(email.headers) <= headers.metadata["max"]
    for key, text in email.headers.items():
        assert re.fullmatch(name.metadata["pattern"], key)
        assert re.fullmatch(value.metadata["pattern"], text)
        assert len(text) <= value.metadata["max"]
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{1,256}", part) for tag in email.tags.items() for part in tag)


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
    monkeypatch.setenv("API_URL", "https://api.example.com")
    monkeypatch.setenv("SIGNING_KEY", "thirty-two characters of a secret")
    monkeypatch.setenv(
        "DIGEST_QUEUE_URL", boto3.client("sqs", region_name=REGION).create_queue(QueueName="digests")["QueueUrl"]
    )
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


@pytest.mark.usefixtures("environment")
def test_the_lambda_announces_the_digest_of_a_bulk_action(moto_table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    grace = make.user(email="grace@example.com")
    PeopleRepository(moto_table.client, moto_table.name).register(grace)
    monkeypatch.setenv("DIGEST_SECONDS", "0")
    event = {"Records": [queue_record(make.event(bulk_id="bulk", recipient_ids=(grace.id,)))]}
    assert handler(event, None) == {"batchItemFailures": []}
    sqs = boto3.client("sqs", region_name=REGION)
    url = sqs.get_queue_url(QueueName="digests")["QueueUrl"]
    (message,) = sqs.receive_message(QueueUrl=url)["Messages"]
    digest = to_digest_due(message["Body"])
    assert (digest.bulk_id, digest.user_id) == ("bulk", grace.id)
    assert ses_backends[DEFAULT_ACCOUNT_ID][REGION].sent_messages == []
