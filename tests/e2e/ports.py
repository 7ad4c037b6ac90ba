"""Ports for a stack that is to find them free a second time, after a restart."""

import random
import socket
from collections.abc import Iterator

# Below those that systems hand to outgoing connections (from 32768 on Linux), of which the tests make many.
CANDIDATES = range(20_000, 32_000)


def free_ports(count: int) -> list[int]:
    ports: Iterator[int] = filter(_is_free, random.sample(CANDIDATES, len(CANDIDATES)))
    return [next(ports) for _ in range(count)]


def _is_free(number: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", number))
        except OSError:
            return False
    return True
