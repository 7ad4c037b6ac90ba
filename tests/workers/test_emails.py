"""Mails: what each says and links to, what its headers ask of mail programs, and that no title becomes markup."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.events import NOTIFICATION_OF, Event, EventType
from app.domain.people import Role
from tests import factories as make
from tests.workers.post_office import LINKS, event_of
from workers.emails import MAX_ROWS, Email, compose, compose_digest

ACTOR = make.user(name="Ada Admin", email="ada@example.com")
RECIPIENT = make.user(name="Max Member", email="max@example.com")
UGLY = "<script>alert(\"x\")</script> & 'co' 👩‍🚀 " + "x" * 155


def mail(event: Event) -> Email:
    return compose(event, RECIPIENT, ACTOR, LINKS)


def digest(*events: Event) -> Email:
    return compose_digest("bulk", events, RECIPIENT, ACTOR, LINKS)


class Read(HTMLParser):
    """What a mail program shows and loads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "background")]

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("event_type", set(EventType) - set(NOTIFICATION_OF))
def test_no_mail_is_made_of_what_is_told_to_nobody(event_type: EventType) -> None:
    with pytest.raises(ValueError, match=event_type):
        mail(make.event(type=event_type))
    with pytest.raises(ValueError, match=event_type):
        digest(*[make.event(type=event_type)] * 2)


@settings(deadline=None)  # the first mail compiles the layouts
@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=200))
def test_a_title_or_a_comment_becomes_no_markup(text: str) -> None:
    plain = Read(mail(make.comment_event("Hi", title="Title")).html)
    written = Read(mail(make.comment_event(text, title=text)).html)
    assert written.tags - {"br", "div"} == plain.tags - {"br", "div"}  # those of a quote's lines, if there is any
    assert len(written.links) == len(plain.links)


@pytest.mark.parametrize("event_type", NOTIFICATION_OF)
def test_an_ugly_title_reads_as_it_was_written(event_type: EventType) -> None:
    for sent in (mail(event_of(event_type, UGLY)), digest(event_of(event_type, UGLY), event_of(event_type))):
        assert UGLY in Read(sent.html).words
        assert UGLY in sent.text


@pytest.mark.parametrize("event_type", NOTIFICATION_OF)
def test_a_mail_loads_nothing_and_links_to_the_page_alone(event_type: EventType) -> None:
    for sent in (mail(event_of(event_type)), digest(event_of(event_type), event_of(event_type))):
        read = Read(sent.html)
        assert read.tags.isdisjoint({"img", "script", "link", "iframe", "form"})
        assert "url(" not in sent.html
        assert all(link.startswith("https://baton.example.com/") for link in read.links)
        assert set(read.links) == set(re.findall(r"https://\S+", sent.text))


@pytest.mark.parametrize("event_type", NOTIFICATION_OF)
def test_every_mail_can_be_stopped(event_type: EventType) -> None:
    for sent in (mail(event_of(event_type)), digest(event_of(event_type), event_of(event_type))):
        page = LINKS.unsubscribe(RECIPIENT.id, NOTIFICATION_OF[event_type])
        at_once = LINKS.unsubscribe_at_once(RECIPIENT.id, NOTIFICATION_OF[event_type])
        for body in (Read(sent.html).links, sent.text):
            assert page in body
            assert LINKS.settings in body
        assert sent.headers["List-Unsubscribe"] == f"<{at_once}>"
        assert sent.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_no_robot_answers_and_a_bounce_finds_its_person() -> None:
    event = make.event()
    assert mail(event).headers["Auto-Submitted"] == "auto-generated"
    assert mail(event).tags == {"user": RECIPIENT.id, "event": event.id}
    assert digest(event, event).tags == {"user": RECIPIENT.id, "event": "bulk"}


def test_the_mails_of_a_task_are_one_thread_and_a_digest_has_its_own() -> None:
    first, second = make.event(task_id="T1"), make.comment_event("Hi", task_id="T1")
    for event in (first, second):
        assert mail(event).headers["In-Reply-To"] == "<task-T1@baton.example.com>"
        assert mail(event).headers["References"] == "<task-T1@baton.example.com>"
    assert digest(first, second).headers["References"] == "<bulk-bulk@baton.example.com>"


def test_one_button_leads_to_the_task() -> None:
    event = make.event()
    sent = mail(event)
    assert (sent.to, sent.html.count('class="button"')) == ("max@example.com", 1)
    assert f'class="button" href="{LINKS.task(event.task_id)}"' in sent.html


def test_a_member_taken_off_a_task_is_led_to_what_they_still_see_and_an_admin_to_the_task() -> None:
    event = make.event(type=EventType.TASK_UNASSIGNED)
    assert f'class="button" href="{LINKS.my_tasks}"' in mail(event).html
    assert LINKS.task(event.task_id) not in mail(event).html + digest(event, event).html
    admin = make.user(role=Role.ADMIN)
    assert f'class="button" href="{LINKS.task(event.task_id)}"' in compose(event, admin, ACTOR, LINKS).html


def test_a_digest_of_one_is_that_events_own_mail() -> None:
    event = make.event()
    assert digest(event) == mail(event)


def test_a_digest_names_at_most_fifty_tasks_by_title_each_with_its_link() -> None:
    events = [make.event(title=f"Task {number:02}") for number in reversed(range(62))]
    sent = digest(*events)
    assert sent.subject == "Ada Admin assigned you to 62 tasks"
    for body in (Read(sent.html).words, sent.text):
        assert re.findall(r"Task \d\d", body) == [f"Task {number:02}" for number in range(MAX_ROWS)]
        assert "and 12 more" in body
    assert len([link for link in Read(sent.html).links if "/tasks/" in link]) == MAX_ROWS
    assert f'class="button" href="{LINKS.my_tasks}"' in sent.html


def test_a_digest_of_fifty_leaves_nothing_unsaid() -> None:
    assert " more" not in digest(*[make.event() for _ in range(MAX_ROWS)]).text


def test_a_change_is_shown_in_both_bodies() -> None:
    sent = mail(make.status_change("IN_PROGRESS", "UNDER_REVIEW"))
    assert "In progress -> Under review" in sent.text
    assert "In progress → Under review" in Read(sent.html).words
    quoted = mail(make.comment_event("One\n\nTwo <b>"))
    assert "> One\n>\n> Two <b>\n" in quoted.text
    assert "One<br><br>Two &lt;b&gt;" in quoted.html


def test_the_text_reads_as_a_letter() -> None:
    event = make.status_change("OPEN", "IN_PROGRESS", title="Write")
    assert mail(event).text.splitlines() == [
        "Ada Admin changed a task's status",
        "",
        "  Write",
        "  Open -> In progress",
        "",
        f"Open the task: {LINKS.task(event.task_id)}",
        "",
        "-- ",
        "You get this mail because you created the task or it is assigned to you.",
        f"Stop mails like this: {LINKS.unsubscribe(RECIPIENT.id, NOTIFICATION_OF[event.type])}",
        f"Change what you get: {LINKS.settings}",
    ]


def test_the_text_of_a_digest_reads_as_a_list() -> None:
    events = [make.reminder(EventType.TASK_OVERDUE, "2026-11-22", title=title) for title in ("Write", "Check")]
    assert digest(*events).text.splitlines()[:10] == [
        "2 tasks are overdue",
        "",
        "- Check",
        "  Was due on Sunday, 22 November 2026",
        f"  {LINKS.task(events[1].task_id)}",
        "- Write",
        "  Was due on Sunday, 22 November 2026",
        f"  {LINKS.task(events[0].task_id)}",
        "",
        f"Open my tasks: {LINKS.my_tasks}",
    ]
