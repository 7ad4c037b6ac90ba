"""One whole run: the traffic, the stream, the queue, the report."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from tests.conftest import Table
from tests.faults.faults import Faults
from tests.faults.mailing import FaultyMailService, Mailer
from tests.faults.publishing import Publisher
from tests.faults.report import Report, report_of
from tests.faults.road import FaultyQueue, FaultyTopic, ParkingQueue
from tests.faults.traffic import Team, Traffic


def run(table: Table, folder: Path, *, events: int, seed: int, tell: Callable[[str], object]) -> Report:
    random = Random(seed)
    traffic = Traffic()
    for traffic in Team(table, random).work(events):
        tell(f"{len(traffic.events):,} of {events:,} events written")
    faults = Faults(random)
    queue = FaultyQueue(random, faults, datetime.now(UTC))
    publisher = Publisher(faults, FaultyTopic(random, faults, queue), ParkingQueue())
    publisher.publish_all(table, folder)
    tell(f"{len(publisher.topic.published):,} messages published")
    publisher.replay()
    service = FaultyMailService(faults)
    for left in Mailer(table, queue, service).mail_all():
        tell(f"{len(service.arrived):,} of {len(traffic.deliveries):,} mails, {left:,} messages left")
    return report_of(traffic, publisher, queue, service)
