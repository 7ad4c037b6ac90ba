"""Which tasks somebody wants to see: any of the values within a kind, all of the kinds together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.status import Status
from app.domain.tasks import Priority, Task, TaskCard


@dataclass(frozen=True)
class TaskFilter:
    """What is empty or None asks for nothing. `text` is looked for in title and description, in any case."""

    project_id: str | None = None
    statuses: tuple[Status, ...] = ()
    priorities: tuple[Priority, ...] = ()
    labels: tuple[str, ...] = ()
    due_from: date | None = None
    due_to: date | None = None
    text: str = ""

    def matches(self, card: TaskCard) -> bool:
        """A card without its description is matched by its title alone."""
        return (
            self.project_id in (None, card.project_id)
            and (not self.statuses or card.status in self.statuses)
            and (not self.priorities or card.priority in self.priorities)
            and (not self.labels or any(label in self.labels for label in card.labels))
            and self._is_due(card.due_date)
            and self._mentions(card)
        )

    def _is_due(self, due_date: date | None) -> bool:
        if self.due_from is None and self.due_to is None:
            return True
        return due_date is not None and (self.due_from or date.min) <= due_date <= (self.due_to or date.max)

    def _mentions(self, card: TaskCard) -> bool:
        return not self.text or any(self.text.casefold() in text.casefold() for text in _texts(card))


def _texts(card: TaskCard) -> Iterable[str]:
    yield card.title
    if isinstance(card, Task):
        yield card.description


EVERYTHING = TaskFilter()
