"""Events in words: what the mail of one event says, and the mail of many."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.events import Event, EventType
from workers.typography import apart, one_line, plain_text, shorten

MAX_SUBJECT_LENGTH = 150
MAX_NAME_LENGTH = 60
MAX_QUOTE_LENGTH = 600
SOMEONE = "Someone"  # an actor who has no profile any more
_MARKS_APART = 2  # characters around a title that runs from right to left


@dataclass(frozen=True)
class Wording:
    """What a mail says besides the titles and details of its tasks, before it is laid out."""

    subject: str
    headline: str
    reason: str


@dataclass(frozen=True)
class Detail:
    """What happened to one task; what does not apply is None."""

    before: str | None = None
    after: str | None = None
    due: str | None = None
    quote: str | None = None


@dataclass(frozen=True)
class _Phrases:
    """Of one type of event. `many_alike` is the subject where all tasks share their status or day."""

    subject: str
    headline: str
    reason: str
    many: str
    many_reason: str
    many_alike: str = ""


_INTERESTED = "you created the task or it is assigned to you"
_ALL_INTERESTED = "you created these tasks or they are assigned to you"

_PHRASES = {
    EventType.TASK_ASSIGNED: _Phrases(
        subject="{actor} assigned you to {title}",
        headline="{actor} assigned you to a task",
        reason="the task is assigned to you now",
        many="{actor} assigned you to {count} tasks",
        many_reason="these tasks are assigned to you now",
    ),
    EventType.TASK_UNASSIGNED: _Phrases(
        subject="{actor} took you off {title}",
        headline="{actor} took you off a task",
        reason="the task was assigned to you until now",
        many="{actor} took you off {count} tasks",
        many_reason="these tasks were assigned to you until now",
    ),
    EventType.STATUS_CHANGED: _Phrases(
        subject="{title} is {status} now",
        headline="{actor} changed a task's status",
        reason=_INTERESTED,
        many="{actor} changed the status of {count} tasks",
        many_reason=_ALL_INTERESTED,
        many_alike="{count} tasks are {status} now",
    ),
    EventType.COMMENT_ADDED: _Phrases(
        subject="{actor} commented on {title}",
        headline="{actor} commented on a task",
        reason=_INTERESTED,
        many="{actor} commented on {count} tasks",
        many_reason=_ALL_INTERESTED,
    ),
    # The day itself, never "tomorrow" or "today": nobody knows when a mail is read.
    EventType.TASK_DUE_SOON: _Phrases(
        subject="Due on {day}: {title}",
        headline="A task falls due",
        reason=_INTERESTED,
        many="{count} tasks fall due",
        many_reason=_ALL_INTERESTED,
        many_alike="{count} tasks are due on {day}",
    ),
    EventType.TASK_OVERDUE: _Phrases(
        subject="Was due on {day}: {title}",
        headline="A task is overdue",
        reason=_INTERESTED,
        many="{count} tasks are overdue",
        many_reason=_ALL_INTERESTED,
    ),
}


def word_event(event: Event, actor_name: str | None) -> Wording:
    """Raises ValueError for what is told to nobody."""
    phrases, said = _phrases(event), {"actor": _actor(actor_name), **_facts(event)}
    room = MAX_SUBJECT_LENGTH - len(phrases.subject.format(title="", **said)) - _MARKS_APART
    title = apart(shorten(one_line(event.title), room))
    return Wording(
        subject=phrases.subject.format(title=title, **said),  # the title gives way, not what happened to it
        headline=phrases.headline.format(**said),
        reason=_sentence(phrases.reason),
    )


def word_digest(events: Sequence[Event], actor_name: str | None) -> Wording:
    """Of two events or more, all of one type. Raises ValueError for what is told to nobody."""
    phrases, facts = _phrases(events[0]), _facts(events[0])
    alike = all(_facts(event) == facts for event in events)
    said = {"actor": _actor(actor_name), "count": str(len(events)), **facts}
    subject = (phrases.many_alike if alike else "") or phrases.many
    return Wording(subject.format(**said), phrases.many.format(**said), _sentence(phrases.many_reason))


def detail_of(event: Event, quote_length: int = MAX_QUOTE_LENGTH) -> Detail:
    match event.type:
        case EventType.STATUS_CHANGED:
            change = event.changes["status"]
            return Detail(before=_words(change.before), after=_words(change.after))
        case EventType.COMMENT_ADDED:
            return Detail(quote=shorten(plain_text(str(event.changes["comment"].after)), quote_length))
        case EventType.TASK_DUE_SOON:
            return Detail(due=f"Due on {_day(event)} {_due_date(event).year}")
        case EventType.TASK_OVERDUE:
            return Detail(due=f"Was due on {_day(event)} {_due_date(event).year}")
    return Detail()


def _phrases(event: Event) -> _Phrases:
    if event.type not in _PHRASES:
        raise ValueError(f"no mail is made of {event.type}")
    return _PHRASES[event.type]


def _facts(event: Event) -> dict[str, str]:
    """What the phrases of its type name besides actor and title."""
    match event.type:
        case EventType.STATUS_CHANGED:
            return {"status": _words(event.changes["status"].after).lower()}
        case EventType.TASK_DUE_SOON | EventType.TASK_OVERDUE:
            return {"day": _day(event)}
    return {}


def _sentence(reason: str) -> str:
    return f"You get this mail because {reason}."


def _actor(name: str | None) -> str:
    return apart(shorten(one_line(name or ""), MAX_NAME_LENGTH)) or SOMEONE


def _words(status: object) -> str:
    """IN_PROGRESS as people read it: In progress."""
    return str(status).replace("_", " ").capitalize()


def _due_date(event: Event) -> date:
    return date.fromisoformat(str(event.changes["dueDate"].after))


def _day(event: Event) -> str:
    due = _due_date(event)
    return f"{due:%A}, {due.day} {due:%B}"
