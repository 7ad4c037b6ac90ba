"""What arrived, held against what was written."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tests.faults.mailing import FaultyMailService
from tests.faults.publishing import Publisher
from tests.faults.road import FaultyQueue
from tests.faults.traffic import Traffic


@dataclass(frozen=True)
class Report:
    events: int
    mails: int
    faults: Counter[str]
    lost: int
    repeated: int
    repeated_in_the_window: int
    poison: int
    parked: int
    wrongly_parked: int
    out_of_order: int
    replayed: int
    dead_letters: int

    @property
    def is_clean(self) -> bool:
        broken = self.lost + self.repeated + self.wrongly_parked + self.out_of_order
        return broken == 0 and self.parked == self.poison

    def lines(self) -> list[str]:
        rows = [
            ("events written", self.events),
            ("mails due", self.mails),
            *sorted(self.faults.items()),
            ("faults altogether", self.faults.total()),
            ("batches' records given up by the stream, replayed", self.replayed),
            ("dead letters, put back", self.dead_letters),
            ("mails lost", self.lost),
            ("mails repeated", self.repeated),
            ("mails repeated in the documented window", self.repeated_in_the_window),
            ("broken records", self.poison),
            ("of them parked", self.parked),
            ("sound records parked", self.wrongly_parked),
            ("events out of their task's order", self.out_of_order),
        ]
        return ["| what | count |", "|---|---:|", *(f"| {what} | {count:,} |" for what, count in rows)]


def report_of(traffic: Traffic, publisher: Publisher, queue: FaultyQueue, service: FaultyMailService) -> Report:
    due, parked = traffic.deliveries, set(publisher.parking.parked)
    extra = {delivery: count - 1 for delivery, count in service.arrived.items()}
    excused = {delivery: min(count, service.in_the_window[delivery]) for delivery, count in extra.items()}
    return Report(
        events=len(traffic.events),
        mails=len(due),
        faults=publisher.faults.injected,
        lost=len(due - set(service.arrived)),
        repeated=sum(extra.values()) - sum(excused.values()) + len(set(service.arrived) - due),
        repeated_in_the_window=sum(excused.values()),
        poison=len(traffic.poison),
        parked=len(parked & traffic.poison),
        wrongly_parked=len(parked - traffic.poison),
        out_of_order=_out_of_order(publisher.topic.published),
        replayed=publisher.replayed,
        dead_letters=queue.dead_letters,
    )


def _out_of_order(published: Iterable[tuple[str, str]]) -> int:
    """Events first published after a later one of their task; ids sort as the events happened."""
    latest: dict[str, str] = {}
    seen: set[str] = set()
    wrong = 0
    for task_id, event_id in published:
        wrong += event_id not in seen and event_id < latest.get(task_id, "")
        seen.add(event_id)
        latest[task_id] = max(event_id, latest.get(task_id, ""))
    return wrong
