"""Ports that something else listens on, found before anything is started."""

import socket
from collections.abc import Iterable

from infra.local.addresses import HOST, Port
from infra.local.errors import LocalStackError


def refuse_taken(ports: Iterable[Port]) -> None:
    for port in ports:
        if _is_taken(port.number):
            raise LocalStackError(
                f"Port {port.number} is taken by another program: stop that, or choose another port"
                f" by {port.variable}, for example {port.variable}={port.number + 1} make run."
            )


def _is_taken(number: int) -> bool:
    with socket.socket() as probe:
        # As servers do: a port whose last connections are still winding down is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, number))
        except OSError:
            return True
    return False
