"""The sample board: it keeps the rules that it is made under."""

from datetime import date
from itertools import pairwise

import pytest

from app.domain.status import Status
from infra.local.people import DEMO_PEOPLE
from infra.local.sample_tasks import SAMPLE_TASKS, SampleTask

IDS = {person.nickname: f"id of {person.nickname}" for person in DEMO_PEOPLE}
EVERY = pytest.mark.parametrize("sample", SAMPLE_TASKS, ids=lambda sample: sample.title)


def test_no_title_comes_twice() -> None:
    titles = [sample.title for sample in SAMPLE_TASKS]

    assert len(set(titles)) == len(titles)


@EVERY
def test_every_step_follows_the_one_before(sample: SampleTask) -> None:
    order = list(Status)

    for before, after in pairwise(("OPEN", *sample.steps)):
        assert order.index(Status(after)) == order.index(Status(before)) + 1


@EVERY
def test_every_assignee_is_a_demo_person(sample: SampleTask) -> None:
    assert set(sample.assignees) <= IDS.keys()


def test_dates_are_counted_from_the_day_of_the_first_start() -> None:
    sample = SampleTask("Title", due_in_days=2, assignees=("member",))

    request = sample.as_request(IDS, date(2030, 12, 30))

    assert request["dueDate"] == "2031-01-01"
    assert request["assigneeIds"] == ["id of member"]
