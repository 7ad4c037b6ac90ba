"""Mails: what each says, and that nothing of a title becomes markup or a header."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.events import EventType
from tests import factories as make
from workers.emails import MAX_SUBJECT_LENGTH, Email, compose

ORIGIN = "https://baton.example.com"
ACTOR = make.user(name="Ada Admin", email="ada@example.com")
RECIPIENT = make.user(name="Max Member", email="max@example.com")


def mail(**fields: object) -> Email:
    return compose(make.event(**fields), RECIPIENT, ACTOR, ORIGIN)


@pytest.mark.parametrize("event_type", [EventType.TASK_CREATED, EventType.TASK_UPDATED])
def test_no_mail_is_made_of_what_is_told_to_nobody(event_type: EventType) -> None:
    with pytest.raises(ValueError, match=event_type):
        mail(type=event_type)


@given(st.text(min_size=1, max_size=200))
def test_no_title_adds_a_line_to_the_subject(title: str) -> None:
    subject = mail(title=title).subject
    assert len(subject.splitlines()) == 1
    assert len(subject) <= MAX_SUBJECT_LENGTH
    assert subject.startswith("Ada Admin assigned you to ")


def test_a_name_adds_no_header_either() -> None:
    intruder = make.user(name="Eve\r\nBcc: everyone@example.com")
    subject = compose(make.event(), RECIPIENT, intruder, ORIGIN).subject
    assert subject.startswith("Eve Bcc: everyone@example.com assigned you")


def test_a_title_becomes_no_markup() -> None:
    title = '<script>alert("x")</script> & co'
    sent = mail(title=title)
    assert "<script>" not in sent.html
    assert "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; &amp; co" in sent.html
    assert title in sent.text


def test_an_actor_without_a_profile_is_someone() -> None:
    assert compose(make.event(), RECIPIENT, None, ORIGIN).subject.startswith("Someone assigned you to ")


def test_an_assignment_names_the_task_and_links_to_it() -> None:
    event = make.event(title="Write")
    sent = compose(event, RECIPIENT, ACTOR, ORIGIN)
    assert (sent.to, sent.subject) == ("max@example.com", "Ada Admin assigned you to Write")
    for body in (sent.text, sent.html):
        assert f"{ORIGIN}/tasks/{event.task_id}" in body
        assert "Ada Admin assigned you to a task" in body
        assert "because the task is assigned to you now" in body
    assert "->" not in sent.text


def test_an_unassignment_says_that_it_ended() -> None:
    sent = mail(type=EventType.TASK_UNASSIGNED, title="Write")
    assert sent.subject == "Ada Admin took you off Write"
    assert "was assigned to you until now" in sent.text


def test_a_change_of_status_shows_both_statuses_as_people_read_them() -> None:
    sent = compose(make.status_change("IN_PROGRESS", "UNDER_REVIEW", title="Write"), RECIPIENT, ACTOR, ORIGIN)
    assert sent.subject == "Write is under review now"
    assert "In progress -> Under review" in sent.text
    assert "In progress</span> &rarr; <strong>Under review</strong>" in sent.html


def test_the_text_reads_as_a_letter() -> None:
    event = make.status_change("OPEN", "IN_PROGRESS", title="Write")
    assert compose(event, RECIPIENT, ACTOR, ORIGIN).text.splitlines() == [
        "Ada Admin changed a task's status",
        "",
        "  Write",
        "  Open -> In progress",
        "",
        f"Open the task: {ORIGIN}/tasks/{event.task_id}",
        "",
        "--",
        "You get this mail because you created the task or it is assigned to you.",
    ]
