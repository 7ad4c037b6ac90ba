"""A board that looks as if a team had worked on it since Monday, for the first look."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class SampleTask:
    title: str
    description: str = ""
    priority: str = "MEDIUM"
    due_in_days: int | None = None
    labels: tuple[str, ...] = ()
    assignees: tuple[str, ...] = ()
    """Nicknames of demo people."""
    steps: tuple[str, ...] = ()
    """The statuses it has gone through after OPEN."""

    def as_request(self, ids: dict[str, str], today: date) -> dict[str, object]:
        due = None if self.due_in_days is None else (today + timedelta(days=self.due_in_days)).isoformat()
        return {
            "title": self.title,
            "description": self.description,
            "priority": self.priority,
            "dueDate": due,
            "labels": list(self.labels),
            "assigneeIds": [ids[nickname] for nickname in self.assignees],
        }


IN_PROGRESS = ("IN_PROGRESS",)
UNDER_REVIEW = (*IN_PROGRESS, "UNDER_REVIEW")
COMPLETED = (*UNDER_REVIEW, "COMPLETED")

SAMPLE_TASKS = (
    SampleTask(
        "Welcome the new team members",
        "Show them the board, the repository and where lunch is.",
        due_in_days=2,
        labels=("team",),
        assignees=("member",),
    ),
    SampleTask(
        "Write the release notes for 1.4",
        "One paragraph per change that a customer can see; link the pull requests.",
        priority="HIGH",
        due_in_days=5,
        labels=("release", "writing"),
        assignees=("admin", "member"),
    ),
    SampleTask("Collect ideas for the autumn workshop", priority="LOW", labels=("team",)),
    SampleTask(
        "Renew the certificate of the status page",
        "It ends next week; the renewal takes a day to be confirmed.",
        priority="URGENT",
        due_in_days=1,
        labels=("operations",),
        assignees=("admin",),
        steps=IN_PROGRESS,
    ),
    SampleTask(
        "Move the price list to the new design",
        due_in_days=9,
        labels=("design",),
        assignees=("admin",),
        steps=IN_PROGRESS,
    ),
    SampleTask(
        "Check the accessibility of the sign-in page",
        "Keyboard only, then with a screen reader; note each stumble.",
        priority="HIGH",
        labels=("design", "quality"),
        assignees=("admin",),
        steps=UNDER_REVIEW,
    ),
    SampleTask("Book rooms for the quarterly review", labels=("team",), assignees=("admin",), steps=COMPLETED),
)
