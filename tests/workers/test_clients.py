"""A worker's AWS clients: they give up before the worker must, and never send a mail twice on their own."""

from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from app.repositories.clients import CONFIG
from app.repositories.deliveries import LEASE
from tests.conftest import REGION
from workers.clients import SEND_ONCE


def test_a_send_that_failed_is_not_sent_again_behind_the_ledgers_back() -> None:
    asked: list[str] = []

    class Ses(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(self.path)
            self.send_response(503)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Silent."""

    with HTTPServer(("127.0.0.1", 0), Ses) as server:
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
