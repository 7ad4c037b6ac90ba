"""A web server of a few lines on this machine, for what a proper one would never do."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from threading import Event, Thread

type Answer = Callable[[socket.socket, Event], None]


def says(answer: bytes) -> Answer:
    return lambda line, _: line.sendall(answer)


def status(line: str, *headers: str) -> Answer:
    return says("\r\n".join([f"HTTP/1.1 {line}", *headers, "Content-Length: 2", "", "ok"]).encode())


def closes(_: socket.socket, __: Event) -> None:
    """At once, without a word."""


def never_answers(_: socket.socket, over: Event) -> None:
    over.wait(10)


def without_end(start: bytes, more: bytes, pause: float) -> Answer:
    def answer(line: socket.socket, over: Event) -> None:
        line.sendall(start)
        while not over.wait(pause):
            line.sendall(more)

    return answer


@dataclass
class Receiver:
    port: int
    reads: bool
    connections: int = 0
    requests: list[tuple[str, Message, bytes]] = field(default_factory=list)
    """What was asked for, with which headers and body."""


@contextmanager
def receiver(answer: Answer, context: ssl.SSLContext | None = None, *, reads: bool = True) -> Iterator[Receiver]:
    """Answers one connection after the other: with `context` over TLS, and unless it `reads` without being asked."""
    over = Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        found = Receiver(listening.getsockname()[1], reads)
        thread = Thread(target=_serve, args=(listening, found, answer, context, over))
        thread.start()
        try:
            yield found
        finally:
            over.set()
            listening.shutdown(socket.SHUT_RDWR)
            thread.join(10)


def _serve(
    listening: socket.socket, found: Receiver, answer: Answer, context: ssl.SSLContext | None, over: Event
) -> None:
    while not over.is_set():
        with suppress(OSError):
            line, _ = listening.accept()
            found.connections += 1
            with line, _secured(line, context) as secured:
                if found.reads:
                    found.requests.append(_request(secured))
                answer(secured, over)


def _secured(line: socket.socket, context: ssl.SSLContext | None) -> socket.socket:
    return context.wrap_socket(line, server_side=True) if context else line


def _request(line: socket.socket) -> tuple[str, Message, bytes]:
    with line.makefile("rb") as reading:
        first = reading.readline().decode().strip()
        head = b"".join(iter(reading.readline, b"\r\n"))
        headers = message_from_bytes(head)
        return first, headers, reading.read(int(headers["Content-Length"]))
