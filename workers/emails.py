"""Events as the mail that one person gets of them: pure, no AWS."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from app.domain.events import NOTIFICATION_OF, Event, EventType
from app.domain.people import Notification, Role, User
from workers.links import Links, id_text
from workers.typography import apart, one_line, reading_order
from workers.wording import Detail, Wording, detail_of, word_digest, word_event

MAX_ROWS = 50
ROW_QUOTE_LENGTH = 150


@dataclass(frozen=True)
class Email:
    to: str
    subject: str
    text: str
    html: str
    headers: Mapping[str, str]
    tags: Mapping[str, str]
    """Come back with a bounce: whose address it was, and which mail."""


@dataclass(frozen=True)
class Row:
    """A task in a mail. HTML sets its title apart by itself; `link` is None where it may not be seen."""

    title: str
    title_in_text: str
    link: str | None
    detail: Detail


@dataclass(frozen=True)
class Letter:
    """All that one layout takes, whoever gets it."""

    layout: str
    wording: Wording
    notification: Notification
    thread: str
    about: str
    rows: Sequence[Row]
    more: int = 0


def compose(event: Event, recipient: User, actor: User | None, links: Links) -> Email:
    """Raises one of Python's or Jinja's own errors for an event that no mail can be made of."""
    letter = Letter(
        layout="notification",
        wording=word_event(event, actor.name if actor else None),
        notification=NOTIFICATION_OF[event.type],
        thread=links.thread("task", event.task_id),
        about=event.id,
        rows=[_row(event, recipient, links, detail_of(event))],
    )
    return _email(letter, recipient, links)


def compose_digest(bulk_id: str, events: Sequence[Event], recipient: User, actor: User | None, links: Links) -> Email:
    """Of the events of one bulk action; of a single one it is that event's own mail. Raises as compose does."""
    if len(events) == 1:
        return compose(events[0], recipient, actor, links)
    rows = [_row(event, recipient, links, detail_of(event, ROW_QUOTE_LENGTH)) for event in events]
    rows.sort(key=lambda row: reading_order(row.title))
    letter = Letter(
        layout="digest",
        wording=word_digest(events, actor.name if actor else None),
        notification=NOTIFICATION_OF[events[0].type],
        thread=links.thread("bulk", bulk_id),
        about=bulk_id,
        rows=rows[:MAX_ROWS],
        more=len(rows[MAX_ROWS:]),
    )
    return _email(letter, recipient, links)


def _row(event: Event, recipient: User, links: Links, detail: Detail) -> Row:
    """A member no longer sees a task that they were taken off."""
    title = one_line(event.title)
    is_seen = recipient.role is Role.ADMIN or event.type is not EventType.TASK_UNASSIGNED
    return Row(title, apart(title), links.task(event.task_id) if is_seen else None, detail)


def _email(letter: Letter, recipient: User, links: Links) -> Email:
    values = {
        "letter": letter,
        "unsubscribe": links.unsubscribe(recipient.id, letter.notification),
        "my_tasks": links.my_tasks,
        "settings": links.settings,
    }
    return Email(
        to=recipient.email,
        subject=letter.wording.subject,
        text=_templates().get_template(f"{letter.layout}.txt.j2").render(values),
        html=_templates().get_template(f"{letter.layout}.html.j2").render(values),
        headers=_headers(letter, recipient, links),
        tags={"user": id_text(recipient.id), "event": id_text(letter.about)},
    )


def _headers(letter: Letter, recipient: User, links: Links) -> dict[str, str]:
    return {
        "List-Unsubscribe": f"<{links.unsubscribe_at_once(recipient.id, letter.notification)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "In-Reply-To": letter.thread,
        "References": letter.thread,
        "Auto-Submitted": "auto-generated",  # keeps away the answers of those on holiday
    }


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("workers"),
        autoescape=select_autoescape(["html.j2"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
