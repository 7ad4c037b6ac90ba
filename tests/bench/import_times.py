"""What `python -X importtime` says, read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LINE = re.compile(r"^import time:\s+(\d+) \|\s+(\d+) \|\s*(\S+)$", re.MULTILINE)


@dataclass(frozen=True)
class ImportTime:
    module: str
    own: float  # milliseconds, without what the module imports in its turn
    altogether: float


def import_times(report: str) -> list[ImportTime]:
    rows = _LINE.findall(report)
    return [ImportTime(module, int(own) / 1000, int(altogether) / 1000) for own, altogether, module in rows]


def heaviest(times: Sequence[ImportTime], count: int) -> list[ImportTime]:
    """By their own share: an importer is not blamed for what it imports."""
    return sorted(times, key=lambda row: row.own, reverse=True)[:count]
