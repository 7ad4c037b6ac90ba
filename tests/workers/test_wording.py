"""Words: each kind of event says what happened, and a title is cut before that is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.events import NOTIFICATION_OF, EventType
from tests import factories as make
from tests.workers.post_office import FUEL, event_of
from workers.typography import apart
from workers.wording import MAX_QUOTE_LENGTH, MAX_SUBJECT_LENGTH, Detail, detail_of, word_digest, word_event

ADA = "Ada Admin"


@pytest.mark.parametrize("event_type", set(EventType) - set(NOTIFICATION_OF))
def test_nothing_is_said_of_what_is_told_to_nobody(event_type: EventType) -> None:
    with pytest.raises(ValueError, match=event_type):
        word_event(make.event(type=event_type), ADA)
    with pytest.raises(ValueError, match=event_type):
        word_digest([make.event(type=event_type)] * 2, ADA)


@pytest.mark.parametrize("event_type", NOTIFICATION_OF)
@settings(deadline=None)
@given(title=st.text(min_size=1, max_size=200), name=st.text(max_size=100))
def test_no_title_and_no_name_makes_a_subject_long_or_adds_a_line(event_type: EventType, title: str, name: str) -> None:
    subject = word_event(event_of(event_type, title), name).subject
    assert len(subject) <= MAX_SUBJECT_LENGTH
    assert len(subject.splitlines()) == 1


def test_a_name_adds_no_header_either() -> None:
    subject = word_event(make.event(), "Eve\r\nBcc: everyone@example.com").subject
    assert subject.startswith("Eve Bcc: everyone@example.com assigned you")


def test_a_name_in_braces_is_a_name() -> None:
    assert word_event(make.event(title="{actor}"), "{title}").subject == "{title} assigned you to {actor}"


def test_an_actor_without_a_profile_is_someone() -> None:
    assert word_event(make.event(title=FUEL), None).subject == f"Someone assigned you to {FUEL}"


def test_a_long_title_gives_way_to_what_happened() -> None:
    wording = word_event(make.status_change("OPEN", "UNDER_REVIEW", title="fuel " * 40), ADA)
    assert wording.subject.endswith("fuel… is under review now")
    assert MAX_SUBJECT_LENGTH - 8 < len(wording.subject) <= MAX_SUBJECT_LENGTH


def test_a_long_name_leaves_room_for_the_title() -> None:
    subject = word_event(make.event(title=FUEL), "Ada " * 25).subject
    assert subject.startswith("Ada Ada")
    assert subject.endswith(f"Ada… assigned you to {FUEL}")


def test_a_hebrew_title_leaves_the_english_around_it_alone() -> None:
    title = "בדוק את תאי הדלק"
    wording = word_event(make.status_change("OPEN", "IN_PROGRESS", title=title), ADA)
    assert wording.subject == f"{apart(title)} is in progress now"


@pytest.mark.parametrize(
    ("event_type", "subject", "headline"),
    [
        (EventType.TASK_ASSIGNED, f"Ada Admin assigned you to {FUEL}", "Ada Admin assigned you to a task"),
        (EventType.TASK_UNASSIGNED, f"Ada Admin took you off {FUEL}", "Ada Admin took you off a task"),
        (EventType.STATUS_CHANGED, f"{FUEL} is in progress now", "Ada Admin changed a task's status"),
        (EventType.COMMENT_ADDED, f"Ada Admin commented on {FUEL}", "Ada Admin commented on a task"),
        (EventType.TASK_DUE_SOON, f"Due on Tuesday, 24 November: {FUEL}", "A task falls due"),
        (EventType.TASK_OVERDUE, f"Was due on Tuesday, 24 November: {FUEL}", "A task is overdue"),
    ],
)
def test_one_event_says_what_happened(event_type: EventType, subject: str, headline: str) -> None:
    wording = word_event(event_of(event_type), ADA)
    assert (wording.subject, wording.headline) == (subject, headline)


@pytest.mark.parametrize(
    ("event_type", "subject", "headline"),
    [
        (EventType.TASK_ASSIGNED, "Ada Admin assigned you to 12 tasks", "Ada Admin assigned you to 12 tasks"),
        (EventType.TASK_UNASSIGNED, "Ada Admin took you off 12 tasks", "Ada Admin took you off 12 tasks"),
        (EventType.STATUS_CHANGED, "12 tasks are in progress now", "Ada Admin changed the status of 12 tasks"),
        (EventType.COMMENT_ADDED, "Ada Admin commented on 12 tasks", "Ada Admin commented on 12 tasks"),
        (EventType.TASK_DUE_SOON, "12 tasks are due on Tuesday, 24 November", "12 tasks fall due"),
        (EventType.TASK_OVERDUE, "12 tasks are overdue", "12 tasks are overdue"),
    ],
)
def test_many_events_say_what_happened_to_how_many(event_type: EventType, subject: str, headline: str) -> None:
    wording = word_digest([event_of(event_type) for _ in range(12)], ADA)
    assert (wording.subject, wording.headline) == (subject, headline)


def test_what_tasks_do_not_share_stays_out_of_the_subject() -> None:
    moved = [make.status_change("OPEN", status) for status in ("IN_PROGRESS", "CLOSED")]
    due = [make.reminder(EventType.TASK_DUE_SOON, day) for day in ("2026-11-24", "2026-11-25")]
    assert word_digest(moved, ADA).subject == "Ada Admin changed the status of 2 tasks"
    assert word_digest(due, None).subject == "2 tasks fall due"


@pytest.mark.parametrize("event_type", NOTIFICATION_OF)
def test_every_mail_says_why_it_came(event_type: EventType) -> None:
    for wording in (word_event(event_of(event_type), ADA), word_digest([event_of(event_type)] * 2, ADA)):
        assert wording.reason.startswith("You get this mail because ")
        assert "assigned to you" in wording.reason


@pytest.mark.parametrize("event_type", [EventType.TASK_DUE_SOON, EventType.TASK_OVERDUE])
def test_a_reminder_names_the_day_and_nobody(event_type: EventType) -> None:
    event = event_of(event_type)
    wording, detail = word_event(event, None), detail_of(event)
    said = f"{wording} {detail} {word_digest([event] * 2, None)}".lower()
    assert "tuesday, 24 november 2026" in said
    assert not any(word in said for word in ("someone", "tomorrow", "yesterday", "today"))


def test_the_change_is_told_as_people_read_it() -> None:
    assert detail_of(make.status_change("IN_PROGRESS", "UNDER_REVIEW")) == Detail("In progress", "Under review")
    assert detail_of(make.event()) == Detail()


def test_a_comment_is_quoted_with_its_lines_and_cut_at_a_word() -> None:
    assert detail_of(make.comment_event("One\n\nTwo")).quote == "One\n\nTwo"
    quote = detail_of(make.comment_event("fuel cells " * 200)).quote
    assert quote
    assert MAX_QUOTE_LENGTH - 12 < len(quote) <= MAX_QUOTE_LENGTH
    assert quote.endswith(("fuel…", "cells…"))
