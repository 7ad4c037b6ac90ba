"""The status machine of a task.

           OPEN <-> IN_PROGRESS <-> UNDER_REVIEW -> COMPLETED -> CLOSED
            |            ^                              |          |
            |            +-------------- back ----------+----------+
            +------------------- dropped, by an admin ------------>+

Only an admin enters or leaves CLOSED.
"""

from enum import StrEnum

from app.domain.errors import Conflict
from app.domain.people import Role


class Status(StrEnum):
    OPEN = "OPEN"
    IN_PROGRESS = "IN_PROGRESS"
    UNDER_REVIEW = "UNDER_REVIEW"
    COMPLETED = "COMPLETED"
    CLOSED = "CLOSED"

    @property
    def is_done(self) -> bool:
        return self in (Status.COMPLETED, Status.CLOSED)


_NEXT = {
    Status.OPEN: (Status.IN_PROGRESS, Status.CLOSED),
    Status.IN_PROGRESS: (Status.OPEN, Status.UNDER_REVIEW),
    Status.UNDER_REVIEW: (Status.IN_PROGRESS, Status.COMPLETED),
    Status.COMPLETED: (Status.IN_PROGRESS, Status.CLOSED),
    Status.CLOSED: (Status.IN_PROGRESS,),
}


def next_statuses(current: Status, role: Role) -> tuple[Status, ...]:
    """The statuses that someone of this role may move a task to from `current`."""
    if role is Role.ADMIN:
        return _NEXT[current]
    if current is Status.CLOSED:
        return ()
    return tuple(status for status in _NEXT[current] if status is not Status.CLOSED)


def require_transition(current: Status, wanted: Status, role: Role) -> None:
    allowed = next_statuses(current, role)
    if wanted in allowed:
        return
    choices = f"You can move it to {' or '.join(allowed)}." if allowed else "Only an admin can reopen it."
    raise Conflict(f"A task that is {current} cannot become {wanted}. {choices}")
