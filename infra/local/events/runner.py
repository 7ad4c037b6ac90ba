"""Keeps reading the sources side by side: streams, queues and a schedule, each for its function."""

import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from dataclasses import dataclass

from botocore.exceptions import BotoCoreError, ClientError

from infra.local.events.delivery import Outcomes, deliver
from infra.local.events.failures import FailureDestination
from infra.local.events.lambda_events import Handler, LambdaContext, Record, stream_event
from infra.local.events.stream import StreamReader

logger = logging.getLogger(__name__)

IDLE_SECONDS = 0.25
BROKEN_SECONDS = 1.0

Source = Callable[[], int]
"""Reads what is there and hands it over; gives how much there was."""


class Interrupted(Exception):
    """Raised between two tries of a batch; its checkpoint stays before it."""


@dataclass(frozen=True)
class StreamSource:
    """Reads a stream for a function, with the retries and the failure record that its mapping has in the cloud."""

    reader: StreamReader
    stream_arn: str
    function_name: str
    handler: Handler
    failures: FailureDestination
    stopping: threading.Event

    def __call__(self) -> int:
        return self.reader.read_once(self._deliver)

    def _deliver(self, records: Sequence[Record], shard_id: str, reached: Callable[[Sequence[Record]], None]) -> None:
        def give_up(failed: Sequence[Record]) -> None:
            key = self.failures.keep(failed, shard_id=shard_id)
            logger.error("Gave up %d records; they are kept as %s", len(failed), key)
            reached(failed)

        deliver(records, invoke=self._invoke, outcomes=Outcomes(done=reached, given_up=give_up), pause=self._pause)

    def _invoke(self, records: Sequence[Record]) -> object:
        return self.handler(stream_event(records, self.stream_arn), LambdaContext(self.function_name))

    def _pause(self, seconds: float) -> None:
        if self.stopping.wait(seconds):
            raise Interrupted


def read_until_stopped(sources: Sequence[Source], stopping: threading.Event) -> None:
    """Ends when asked to, after the batches in hand; an unforeseen error in one source ends all and is raised."""
    with ThreadPoolExecutor(max_workers=len(sources)) as threads:
        readers = [threads.submit(_keep_reading, source, stopping) for source in sources]
        wait(readers, return_when=FIRST_EXCEPTION)
        stopping.set()
    for reader in readers:
        reader.result()


def drain(source: Source) -> None:
    """Reads to the end of what is there: the emulator forgets what its stream holds when it stops."""
    while source():
        pass


def _keep_reading(source: Source, stopping: threading.Event) -> None:
    while not stopping.is_set():
        try:
            idle = 0.0 if source() else IDLE_SECONDS
        except Interrupted:
            return
        except (BotoCoreError, ClientError):
            # The emulator, the store or the failures' bucket is away; the place in the stream is kept until it is back.
            logger.exception("A source could not be read; trying again")
            idle = BROKEN_SECONDS
        stopping.wait(idle)
