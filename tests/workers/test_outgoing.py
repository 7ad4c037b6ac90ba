"""The outgoing POST: never into a private network, never for long, and to the very address that was looked at."""

import socket
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from ipaddress import ip_address
from pathlib import Path
from time import monotonic, sleep

import pytest

from app.domain.webhook_addresses import Address
from tests.workers.certificates import contexts
from tests.workers.receiver import (
    Answer,
    Receiver,
    closes,
    never_answers,
    receiver,
    says,
    status,
    without_end,
)
from workers.outgoing import Outgoing, Patience, Unreached, look_up

LAPTOP = Outgoing(private_addresses=True)
SHORT = Patience(connect=0.5, read=0.5, total=1)
HASTY = replace(LAPTOP, patience=SHORT)
HEADERS = {"Content-Type": "application/json", "User-Agent": "Baton"}


@dataclass
class Names:
    """A name server that says something else each time, and the last for ever."""

    answers: list[list[str]]
    asked: list[tuple[str, int]] = field(default_factory=list)

    def __call__(self, host: str, port: int) -> Sequence[Address]:
        self.asked.append((host, port))
        return [ip_address(address) for address in self.answers[min(len(self.asked), len(self.answers)) - 1]]


def reason(outgoing: Outgoing, url: str) -> str:
    with pytest.raises(Unreached) as unreached:
        outgoing.post(url, HEADERS, b"{}")
    return str(unreached.value)


def post(found: Receiver, path: str = "/hooks", host: str = "127.0.0.1") -> int:
    return LAPTOP.post(f"http://{host}:{found.port}{path}", HEADERS, b'{"schema": 1}')


@pytest.mark.parametrize(
    "addresses",
    [
        ["127.0.0.1"],
        ["169.254.169.254"],
        ["10.0.0.7"],
        ["::1"],
        ["::ffff:127.0.0.1"],
        ["64:ff9b::7f00:1"],
        ["8.8.8.8", "127.0.0.1"],
        ["127.0.0.1", "8.8.8.8"],
    ],
)
def test_a_name_of_which_any_address_is_private_is_not_called(addresses: list[str]) -> None:
    with receiver(status("200 OK")) as found:
        outgoing = Outgoing(private_addresses=False, resolve=Names([addresses]))
        assert "private network" in reason(outgoing, f"http://hooks.example.com:{found.port}/")
    assert found.connections == 0


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1", "2130706433", "0x7f000001", "0", "[::1]", "localhost"])
def test_no_way_of_writing_this_machine_gets_around_that(host: str) -> None:
    with receiver(status("200 OK")) as found:
        outgoing = Outgoing(private_addresses=False)
        assert reason(outgoing, f"http://{host}:{found.port}/") in (
            "The name leads into a private network.",
            "The name leads nowhere.",
        )
    assert found.connections == 0


def test_a_name_is_looked_up_once_whatever_it_would_lead_to_next() -> None:
    """192.0.2.1 is nobody's: were the name asked again, nothing would be reached."""
    names = Names([["127.0.0.1"], ["192.0.2.1"]])
    with receiver(status("200 OK")) as found:
        outgoing = replace(LAPTOP, resolve=names)
        assert outgoing.post(f"http://hooks.example.com:{found.port}/", HEADERS, b"{}") == 200
    assert names.asked == [("hooks.example.com", found.port)]
    assert found.requests[0][1]["Host"] == f"hooks.example.com:{found.port}"


def test_a_rebinding_name_that_looked_public_is_called_there_and_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    names, called = Names([["8.8.8.8"], ["127.0.0.1"]]), []

    def refuse(address: tuple[str, int], _: float) -> socket.socket:
        called.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", refuse)  # nothing leaves this machine
    outgoing = Outgoing(private_addresses=False, resolve=names)
    assert reason(outgoing, "https://hooks.example.com/") == "The connection was refused."
    assert called == [("8.8.8.8", 443)]
    assert names.asked == [("hooks.example.com", 443)]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (closes, "The connection broke off."),
        (says(b"SSH-2.0-OpenSSH\r\n"), "The answer was not HTTP."),
        (says(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200), "The answer was not HTTP."),
        (never_answers, "No answer in time."),
        (without_end(b"HTTP/1.1 2", b"0", 0.1), "No answer within 1 s."),
        (without_end(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.1), "No answer within 1 s."),
    ],
    ids=["closes", "no HTTP", "headers", "never answers", "trickles a status", "continues without end"],
)
def test_what_is_no_answer_ends_soon_and_says_why(answer: Answer, words: str) -> None:
    with receiver(answer) as found:
        started = monotonic()
        assert reason(HASTY, f"http://127.0.0.1:{found.port}/") == words
        assert monotonic() - started < SHORT.total + 2


def test_nobody_at_the_address_is_a_reason_too() -> None:
    with socket.create_server(("127.0.0.1", 0)) as unheard:
        port = unheard.getsockname()[1]
    assert reason(LAPTOP, f"http://127.0.0.1:{port}/") == "The connection was refused."


def test_a_name_of_nobody_is_a_reason_too() -> None:
    def unknown(_: str, __: int) -> Sequence[Address]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    assert reason(replace(LAPTOP, resolve=unknown), "http://hooks.example.com/") == "The name leads nowhere."


def test_after_a_look_up_that_took_too_long_nothing_is_sent() -> None:
    def slow(_: str, __: int) -> Sequence[Address]:
        sleep(0.1)
        return [ip_address("127.0.0.1")]

    with receiver(status("200 OK")) as found:
        outgoing = replace(LAPTOP, resolve=slow, patience=Patience(total=0.05))
        assert reason(outgoing, f"http://hooks.example.com:{found.port}/") == "No answer within 0.05 s."
    assert found.connections == 0


def test_a_certificate_of_another_name_or_of_strangers_is_refused(tmp_path: Path) -> None:
    server, trust = contexts("other.example.com", tmp_path)
    names = Names([["127.0.0.1"]])
    with receiver(status("200 OK"), server) as found:
        for outgoing in (replace(LAPTOP, resolve=names, trust=trust), replace(LAPTOP, resolve=names)):
            assert reason(outgoing, f"https://hooks.example.com:{found.port}/") == "The certificate does not hold."
    assert found.requests == []


def test_an_address_without_tls_is_not_called_without() -> None:
    with receiver(says(b"HTTP/1.1 200 OK\r\n\r\n"), reads=False) as found:
        assert reason(LAPTOP, f"https://127.0.0.1:{found.port}/") == "No secure connection came about."


def test_a_handshake_that_never_ends_is_cut_off() -> None:
    long_hello = b"\x16\x03\x03\x40\x00\x02\x00\x3f\xfc"
    with receiver(without_end(long_hello, b"\x00", 0.1), reads=False) as found:
        started = monotonic()
        assert reason(HASTY, f"https://127.0.0.1:{found.port}/") == "No answer in time."
        assert monotonic() - started < SHORT.total + 2


def test_a_certificate_of_the_name_is_enough_at_whatever_address(tmp_path: Path) -> None:
    server, trust = contexts("hooks.example.com", tmp_path)
    outgoing = replace(LAPTOP, resolve=Names([["127.0.0.1"]]), trust=trust)
    with receiver(status("204 No Content"), server) as found:
        assert outgoing.post(f"https://hooks.example.com.:{found.port}/", HEADERS, b"{}") == 204
    assert len(found.requests) == 1


@pytest.mark.parametrize("line", ["200 OK", "204 No Content", "410 Gone", "500 Internal Server Error"])
def test_the_status_is_told_whatever_it_is(line: str) -> None:
    with receiver(status(line)) as found:
        assert post(found) == int(line[:3])


def test_a_redirect_is_not_followed() -> None:
    with receiver(status("200 OK")) as elsewhere:
        location = f"Location: http://127.0.0.1:{elsewhere.port}/"
        with receiver(status("301 Moved Permanently", location)) as found:
            assert post(found) == 301
    assert elsewhere.connections == 0


def test_a_status_is_an_answer_also_where_the_headers_never_end() -> None:
    with receiver(without_end(b"HTTP/1.1 200 OK\r\nA: ", b"a", 0.1)) as found:
        started = monotonic()
        assert HASTY.post(f"http://127.0.0.1:{found.port}/", HEADERS, b"{}") == 200
        assert monotonic() - started < SHORT.total + 2


def test_a_body_without_end_is_not_waited_for() -> None:
    endless = without_end(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"5\r\nabcde\r\n" * 1000, 0)
    with receiver(endless) as found:
        started = monotonic()
        assert post(found) == 200
        assert monotonic() - started < LAPTOP.patience.read


def test_the_request_is_a_plain_post_with_the_headers_and_body_given() -> None:
    with receiver(status("200 OK")) as found:
        post(found, "/hooks/a?team=1&key=%C3%BC")
    first, headers, body = found.requests[0]
    assert first == "POST /hooks/a?team=1&key=%C3%BC HTTP/1.1"
    assert body == b'{"schema": 1}'
    assert {name.lower() for name in headers} == {
        "host",
        "accept-encoding",
        "connection",
        "content-length",
        "content-type",
        "user-agent",
    }
    assert headers["User-Agent"] == "Baton"


def test_an_address_of_numbers_needs_no_name_server() -> None:
    assert look_up("8.8.8.8", 443) == [ip_address("8.8.8.8")]
    assert look_up("2606:4700::1111", 443) == [ip_address("2606:4700::1111")]
