"""An event as the mail that one person gets of it: pure, no AWS."""

import re
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from app.domain.events import Event, EventType
from app.domain.people import User

MAX_SUBJECT_LENGTH = 150
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
SOMEONE = "Someone"  # an actor who has no profile any more


@dataclass(frozen=True)
class Email:
    to: str
    subject: str
    text: str
    html: str


@dataclass(frozen=True)
class Message:
    """What a mail says, before it is laid out."""

    subject: str
    headline: str
    reason: str
    before: str | None = None
    after: str | None = None


def compose(event: Event, recipient: User, actor: User | None, page_origin: str) -> Email:
    message = _message(event, actor.name if actor else SOMEONE)
    values = {"message": message, "title": event.title, "link": f"{page_origin}/tasks/{event.task_id}"}
    return Email(
        to=recipient.email,
        subject=_one_line(message.subject),
        text=_templates().get_template("notification.txt.j2").render(values),
        html=_templates().get_template("notification.html.j2").render(values, page_origin=page_origin),
    )


def _message(event: Event, actor: str) -> Message:
    match event.type:
        case EventType.TASK_ASSIGNED:
            return Message(
                subject=f"{actor} assigned you to {event.title}",
                headline=f"{actor} assigned you to a task",
                reason="You get this mail because the task is assigned to you now.",
            )
        case EventType.TASK_UNASSIGNED:
            return Message(
                subject=f"{actor} took you off {event.title}",
                headline=f"{actor} took you off a task",
                reason="You get this mail because the task was assigned to you until now.",
            )
        case EventType.STATUS_CHANGED:
            return _status_message(event, actor)
    raise ValueError(f"no mail is made of {event.type}")


def _status_message(event: Event, actor: str) -> Message:
    change = event.changes["status"]
    before, after = _words(change.before), _words(change.after)
    return Message(
        subject=f"{event.title} is {after.lower()} now",
        headline=f"{actor} changed a task's status",
        reason="You get this mail because you created the task or it is assigned to you.",
        before=before,
        after=after,
    )


def _words(status: object) -> str:
    """IN_PROGRESS as people read it: In progress."""
    return str(status).replace("_", " ").capitalize()


def _one_line(subject: str) -> str:
    return _CONTROL.sub(" ", subject)[:MAX_SUBJECT_LENGTH]


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("workers"),
        autoescape=select_autoescape(["html.j2"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
