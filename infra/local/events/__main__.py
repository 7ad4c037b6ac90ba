"""The event sources as one process: python -m infra.local.events, or with --drain to the stream's end and no further.

Its environment is that of the workers, with BATON_DATA besides.
"""

import argparse
import logging
import os
import signal
import threading

from infra.local.events.runner import drain, read_until_stopped
from infra.local.events.sources import queue_sources, schedule_source, stream_sources


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m infra.local.events", description=__doc__)
    parser.add_argument("--drain", action="store_true", help="read the stream to its end, then stop")
    arguments = parser.parse_args()
    _log_what_the_sources_do()
    stopping = _stopping_by_signal()
    streams = stream_sources(os.environ, stopping)
    if arguments.drain:
        for stream in streams:
            drain(stream)
    else:
        read_until_stopped((*streams, *queue_sources(os.environ), schedule_source(os.environ)), stopping)


def _log_what_the_sources_do() -> None:
    """And that alone: workers write their own lines, and would be heard twice through the root logger."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    ours = logging.getLogger("infra")
    ours.setLevel(logging.INFO)
    ours.addHandler(handler)


def _stopping_by_signal() -> threading.Event:
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopping.set())
    return stopping


if __name__ == "__main__":
    main()
