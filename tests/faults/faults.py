"""What breaks, and how often it broke: drawn from one seed."""

from collections import Counter
from dataclasses import dataclass, field
from random import Random


class Killed(Exception):
    """A worker's process ends here, whatever it was about to do."""


@dataclass
class Faults:
    random: Random
    share: float = 0.1
    injected: Counter[str] = field(default_factory=Counter)

    def strike(self, *kinds: str) -> str | None:
        """One of these kinds at one passage in ten; None: all goes well."""
        if self.random.random() >= self.share:
            return None
        kind = self.random.choice(kinds)
        self.injected[kind] += 1
        return kind
