"""Reminding: each day once, a missed day later, nobody twice, whatever happens in between."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from ulid import ULID

from app.domain.events import SYSTEM_ACTOR, Event, EventType, FieldChange
from app.domain.people import Principal, Role
from app.domain.projects import general_project
from app.domain.status import Status
from app.domain.tasks import Task
from app.repositories.people import PeopleRepository
from app.repositories.projects import ProjectRepository
from app.repositories.reminders import ReminderRepository
from app.repositories.tasks import TaskRepository
from app.services.reminders import KNOWN, NOT_DUE, ReminderService, reminder_id
from tests import factories as make
from tests.conftest import Table
from tests.history import history_of

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = NOON.date()
DAY = timedelta(days=1)
DUE_SOON, OVERDUE = EventType.TASK_DUE_SOON, EventType.TASK_OVERDUE


@dataclass(frozen=True)
class Team:
    """A table with tasks that fall due, and the service that reminds of them."""

    table: Table
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))

    @property
    def tasks(self) -> TaskRepository:
        return TaskRepository(self.table.client, self.table.name)

    @property
    def reminders(self) -> ReminderRepository:
        return ReminderRepository(self.table.client, self.table.name)

    @property
    def service(self) -> ReminderService:
        return ReminderService(self.tasks, self.reminders, self.zone)

    def remind(self, now: datetime = NOON) -> Counter[str]:
        counts: Counter[str] = Counter()
        self.service.remind(now, counts)
        return counts

    def task(self, due_date: date, **fields: object) -> Task:
        task = make.task(due_date=due_date, **fields)  # type: ignore[arg-type]
        self.tasks.create(task, [])
        return task

    def told(self, task: Task) -> list[Event]:
        return history_of(self.table, task.id)


@pytest.fixture
def team(table: Table) -> Team:
    ProjectRepository(table.client, table.name).create(general_project(make.NOW))
    return Team(table)


def done(task: Task) -> Task:
    return replace(task, status=Status.CLOSED, version=2)


def deleted(task: Task) -> Task:
    return replace(task, deleted_at=NOON, version=2)


def due_later(task: Task) -> Task:
    return replace(task, due_date=date(2026, 12, 24), version=2)


@pytest.mark.parametrize("change", [done, deleted, due_later])
def test_a_task_that_changes_after_it_was_found_gets_no_reminder_and_stops_nobody_elses(
    team: Team, change: Callable[[Task], Task]
) -> None:
    changing, staying = team.task(TODAY + DAY), team.task(TODAY + DAY)

    class Interrupted(TaskRepository):
        def get_many(self, task_ids: Iterable[str]) -> dict[str, Task]:
            found = super().get_many(task_ids)
            self.save(changing, change(changing), make.event(task_id=changing.id))
            return found

    counts: Counter[str] = Counter()
    replace(team.service, tasks=Interrupted(team.table.client, team.table.name)).remind(NOON, counts)

    assert counts == {DUE_SOON: 1, NOT_DUE: 1}
    assert DUE_SOON not in [event.type for event in team.told(changing)]
    assert [event.type for event in team.told(staying)] == [DUE_SOON]


def test_tomorrow_is_due_soon_yesterday_is_overdue_and_no_other_day_is_told(team: Team) -> None:
    days = {offset: team.task(TODAY + offset * DAY) for offset in (-2, -1, 0, 1, 2)}
    assert team.remind() == {DUE_SOON: 1, OVERDUE: 1}
    told = {offset: [event.type for event in team.told(task)] for offset, task in days.items()}
    assert told == {-2: [], -1: [OVERDUE], 0: [], 1: [DUE_SOON], 2: []}


def test_a_reminder_is_told_to_assignees_and_creator_by_nobody_in_particular(team: Team) -> None:
    person = make.user()
    PeopleRepository(team.table.client, team.table.name).register(person)
    task = team.task(TODAY + DAY, assignee_ids=(person.id,))
    team.remind()
    (event,) = team.told(task)
    assert event.recipient_ids == (person.id, task.created_by)
    assert event.actor_id == SYSTEM_ACTOR
    assert event.changes == {"dueDate": FieldChange("2026-11-24", "2026-11-24")}
    assert event.occurred_at == datetime(2026, 11, 23, 7, tzinfo=UTC)


def test_a_second_run_adds_nothing(team: Team) -> None:
    task = team.task(TODAY + DAY)
    assert team.remind() == {DUE_SOON: 1}
    before = team.told(task)
    assert [team.remind(), team.remind(NOON + timedelta(hours=1))] == [{}, {}]
    assert team.told(task) == before


def test_before_seven_nothing_is_made_for_today(team: Team) -> None:
    team.reminders.complete(TODAY - DAY)
    team.task(TODAY + DAY)
    assert team.remind(NOON.replace(hour=6, minute=59)) == {}
    assert team.remind(NOON.replace(hour=7)) == {DUE_SOON: 1}


@pytest.mark.parametrize(
    ("zone", "due_dates"),
    [
        ("Pacific/Pago_Pago", (date(2026, 11, 23), date(2026, 11, 21))),
        ("Pacific/Honolulu", (date(2026, 11, 24), date(2026, 11, 22))),
        ("UTC", (date(2026, 11, 24), date(2026, 11, 22))),
        ("Pacific/Kiritimati", (date(2026, 11, 25), date(2026, 11, 23))),
    ],
)
def test_the_day_is_that_of_the_teams_time_zone(team: Team, zone: str, due_dates: tuple[date, date]) -> None:
    soon, overdue = (team.task(due_date) for due_date in due_dates)
    others = [team.task(date(2026, 11, day)) for day in range(21, 26) if date(2026, 11, day) not in due_dates]
    assert replace(team, zone=ZoneInfo(zone)).remind(NOON.replace(hour=17)) == {DUE_SOON: 1, OVERDUE: 1}
    assert [team.told(task)[0].type for task in (soon, overdue)] == [DUE_SOON, OVERDUE]
    assert [team.told(task) for task in others] == [[], [], []]


def test_after_a_pause_of_three_days_all_that_became_overdue_is_told_and_nothing_past_is_due_soon(team: Team) -> None:
    team.reminders.complete(TODAY - 4 * DAY)
    tasks = {offset: team.task(TODAY + offset * DAY) for offset in range(-5, 3)}
    assert team.remind() == {OVERDUE: 4, DUE_SOON: 2}
    told = {offset: [event.type for event in team.told(task)] for offset, task in tasks.items()}
    overdue = {offset: [OVERDUE] for offset in (-4, -3, -2, -1)}
    assert told == {-5: [], **overdue, 0: [DUE_SOON], 1: [DUE_SOON], 2: []}
    assert team.reminders.through() == TODAY


def test_whatever_day_it_is_made_for_a_person_gets_one_summary_of_a_run(team: Team) -> None:
    team.reminders.complete(TODAY - 3 * DAY)
    tasks = [team.task(TODAY - offset * DAY) for offset in (1, 2, 3)]
    team.remind()
    assert {team.told(task)[0].bulk_id for task in tasks} == {"TASK_OVERDUE-2026-11-23"}


def test_a_run_that_broke_off_is_finished_by_the_next_and_nothing_is_made_twice(team: Team) -> None:
    tasks = [team.task(TODAY + DAY) for _ in range(5)]

    class Breaking(ReminderRepository):
        made = 0

        def add(self, event: Event, due_date: date) -> None:
            if self.made == 2:
                raise TimeoutError("the worker's time is over")
            self.made += 1
            super().add(event, due_date)

    counts: Counter[str] = Counter()
    with pytest.raises(TimeoutError):
        replace(team.service, reminders=Breaking(team.table.client, team.table.name)).remind(NOON, counts)
    assert (counts, team.reminders.through()) == ({DUE_SOON: 2}, None)

    assert team.remind() == {DUE_SOON: 3, KNOWN: 2}
    assert [len(team.told(task)) for task in tasks] == [1] * 5
    assert team.reminders.through() == TODAY


def test_the_mark_moves_on_with_each_day_that_is_complete(team: Team) -> None:
    team.reminders.complete(TODAY - 3 * DAY)
    team.task(TODAY - DAY)

    class Failing(ReminderRepository):
        def add(self, *_: object) -> None:
            raise TimeoutError("not today")

    with pytest.raises(TimeoutError):
        replace(team.service, reminders=Failing(team.table.client, team.table.name)).remind(NOON, Counter())
    assert team.reminders.through() == TODAY - DAY


def test_a_run_for_a_day_long_past_makes_nothing_and_keeps_the_mark(team: Team) -> None:
    team.remind()
    team.task(TODAY - 9 * DAY)
    counts: Counter[str] = Counter()
    assert team.service.remind(NOON - 10 * DAY, counts) == TODAY
    assert counts == {}
    assert team.reminders.through() == TODAY


def test_all_of_120_tasks_due_one_day_are_told(team: Team) -> None:
    tasks = [team.task(TODAY - DAY) for _ in range(120)]
    assert team.remind() == {OVERDUE: 120}
    assert {len(team.told(task)) for task in tasks} == {1}


def test_a_reminder_stands_in_the_history_where_it_belongs(team: Team) -> None:
    task = team.task(TODAY + DAY)
    team.remind()
    (reminder,) = team.told(task)
    at_six, at_eight = (str(ULID.from_datetime(NOON.replace(hour=hour))) for hour in (6, 8))
    assert at_six < reminder.id < at_eight


def test_every_reminder_has_an_id_of_its_own() -> None:
    at = NOON
    ids = {
        reminder_id(task_id, event_type, due_date, at)
        for task_id in ("one", "two")
        for event_type in (DUE_SOON, OVERDUE)
        for due_date in (TODAY, TODAY + DAY)
    }
    assert len(ids) == 8
    assert all(len(one) == 26 and ULID.from_str(one).datetime == at for one in ids)


def test_the_creator_is_reminded_by_the_system_even_of_their_own_task(team: Team) -> None:
    creator = Principal(make.user_id(), Role.ADMIN)
    task = replace(make.task(due_date=TODAY + DAY), created_by=creator.user_id)
    team.tasks.create(task, [])
    team.remind()
    assert team.told(task)[0].recipient_ids == (creator.user_id,)
