"""Projects: every task is in one, and "General" is there from the start."""

from dataclasses import dataclass
from datetime import datetime

GENERAL_PROJECT_ID = "0" * 26  # the smallest ULID: no other project can ever get it
GENERAL_PROJECT_NAME = "General"


@dataclass(frozen=True)
class Project:
    id: str
    name: str
    created_at: datetime
    archived: bool = False
    version: int = 1


def general_project(now: datetime) -> Project:
    return Project(id=GENERAL_PROJECT_ID, name=GENERAL_PROJECT_NAME, created_at=now)
