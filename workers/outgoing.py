"""One POST to an address that a customer chose: never to a machine inside our network, and never for long."""

import socket
import ssl
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http.client import HTTPConnection, HTTPException
from ipaddress import ip_address
from threading import Timer
from time import monotonic

from app.domain.webhook_addresses import Address, Target, is_public

type Resolve = Callable[[str, int], Sequence[Address]]

# The first that fits: most of them are OSErrors.
_WORDS: tuple[tuple[type[Exception], str], ...] = (
    (TimeoutError, "No answer in time."),
    (socket.gaierror, "The name leads nowhere."),
    (ssl.SSLCertVerificationError, "The certificate does not hold."),
    (ssl.SSLError, "No secure connection came about."),
    (ConnectionRefusedError, "The connection was refused."),
    (OSError, "The connection broke off."),
    (HTTPException, "The answer was not HTTP."),
    (ValueError, "The address cannot be called."),
)


class Unreached(Exception):
    """No answer. Its words say why, in what the customer may know: no addresses of ours, nothing of the answer."""


@dataclass(frozen=True)
class Patience:
    """How long to wait, in seconds: for a connection, for each part of the answer, and for all of it."""

    connect: float = 2
    read: float = 5
    total: float = 10


def look_up(host: str, port: int) -> Sequence[Address]:
    """Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [ip_address(str(address[0])) for *_, address in found]


@dataclass(frozen=True)
class Outgoing:
    """The name is looked up once, and the connection made to the very address that was looked at.

    A second look-up could lead elsewhere. That is why no library is asked to connect by name here.
    """

    private_addresses: bool
    resolve: Resolve = look_up
    patience: Patience = Patience()
    trust: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def post(self, url: str, headers: Mapping[str, str], body: bytes) -> int:
        """The answer's status; no redirect is followed and nothing of the answer kept. Raises Unreached."""
        target, deadline = Target.of(url), monotonic() + self.patience.total
        try:
            with self._line(target, deadline) as line:
                return _status(line, target, headers, body)
        except (OSError, HTTPException, ValueError) as error:
            reason = f"No answer within {self.patience.total:g} s." if monotonic() >= deadline else _words(error)
            raise Unreached(reason) from error

    @contextmanager
    def _line(self, target: Target, deadline: float) -> Iterator[socket.socket]:
        """Raises OSError and Unreached."""
        address = self._address(target)
        if monotonic() >= deadline:
            raise TimeoutError
        with (
            socket.create_connection((str(address), target.port), self.patience.connect) as tcp,
            _cut_at(deadline, tcp),
            self._secured(tcp, target) as line,
        ):
            line.settimeout(self.patience.read)
            yield line

    def _address(self, target: Target) -> Address:
        """Where one address of a name is private the name is not to be trusted with the others either."""
        addresses = self.resolve(target.host, target.port)
        if not self.private_addresses and not all(map(is_public, addresses)):
            raise Unreached("The name leads into a private network.")
        return addresses[0]

    def _secured(self, tcp: socket.socket, target: Target) -> socket.socket:
        return self.trust.wrap_socket(tcp, server_hostname=target.host) if target.is_secure else tcp


@contextmanager
def _cut_at(deadline: float, line: socket.socket) -> Iterator[None]:
    """A socket's own timeout starts anew with every byte. This one ends each wait for it, a handshake's too."""
    twin = line.dup()  # TLS takes the socket over, but not its twin
    timer = Timer(max(0, deadline - monotonic()), partial(_shut, twin))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        twin.close()


def _shut(line: socket.socket) -> None:
    with suppress(OSError):  # it is closed already
        line.shutdown(socket.SHUT_RDWR)


def _status(line: socket.socket, target: Target, headers: Mapping[str, str], body: bytes) -> int:
    """Reads no further than the headers, of which http.client takes a bounded number."""
    connection = HTTPConnection(target.host)
    connection.sock = line
    connection.request("POST", target.path, body, {"Host": target.authority, "Connection": "close", **headers})
    return connection.getresponse().status


def _words(error: Exception) -> str:
    return next(words for kind, words in _WORDS if isinstance(error, kind))
