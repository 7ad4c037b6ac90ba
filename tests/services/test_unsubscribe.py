"""Out of one kind of mail by the link in one."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.domain.errors import Invalid, NotFound, Stale
from app.domain.people import AccountStatus, Channel, Notification, Role, User, with_profile
from app.domain.unsubscribe import unsubscribe_token
from app.repositories.people import PeopleRepository
from app.services.unsubscribe import UnsubscribeService
from tests import factories as make
from tests.conftest import Table

KEY = b"thirty-two characters of a secret"


class Interrupted(PeopleRepository):
    """Somebody comes between each reading and saving, so many times."""

    times = 0
    meanwhile: Callable[[User], object] = staticmethod(lambda _: None)

    def save(self, before: User, after: User) -> None:
        if self.times > 0:
            self.times -= 1
            self.meanwhile(before)
        super().save(before, after)


@pytest.fixture
def people(table: Table) -> PeopleRepository:
    return PeopleRepository(table.client, table.name)


@pytest.fixture
def service(people: PeopleRepository) -> UnsubscribeService:
    return UnsubscribeService(people, KEY)


def person(people: PeopleRepository, **fields: Any) -> User:
    made = make.user(**fields)
    people.register(made)
    return made


def found(people: PeopleRepository, user: User) -> User:
    after = people.get(user.id)
    assert after is not None
    return after


def interrupted(table: Table, people: PeopleRepository, times: int) -> UnsubscribeService:
    """By the person themselves, who goes on changing their name."""
    repository = Interrupted(table.client, table.name)
    repository.times = times
    repository.meanwhile = lambda user: people.save(user, with_profile(user, {"name": f"{user.name}!"}))
    return UnsubscribeService(repository, KEY)


def test_a_token_of_another_key_stops_nothing(people: PeopleRepository, service: UnsubscribeService) -> None:
    ada = person(people)
    with pytest.raises(Invalid, match="Copy the whole link"):
        service.unsubscribe(unsubscribe_token(b"another", ada.id, Notification.ASSIGNED))
    assert found(people, ada) == ada


def test_somebody_who_is_gone_gets_no_mail_anyway(service: UnsubscribeService) -> None:
    with pytest.raises(NotFound, match="gets no mail"):
        service.unsubscribe(unsubscribe_token(KEY, make.user_id(), Notification.ASSIGNED))


def test_who_is_come_between_each_time_is_told_so(table: Table, people: PeopleRepository) -> None:
    ada = person(people)
    with pytest.raises(Stale):
        interrupted(table, people, 3).unsubscribe(unsubscribe_token(KEY, ada.id, Notification.ASSIGNED))


def test_a_change_in_between_is_kept(table: Table, people: PeopleRepository) -> None:
    ada = person(people, name="Ada")
    interrupted(table, people, 2).unsubscribe(unsubscribe_token(KEY, ada.id, Notification.ASSIGNED))
    after = found(people, ada)
    assert after.name == "Ada!!"
    assert not after.wants(Notification.ASSIGNED, Channel.EMAIL)


@pytest.mark.parametrize(
    "notifications", [{}, {Notification.OVERDUE: frozenset({Channel.INBOX})}], ids=["none", "inbox"]
)
def test_what_is_off_already_stays_so_unchanged(
    notifications: dict[Notification, frozenset[Channel]], people: PeopleRepository, service: UnsubscribeService
) -> None:
    ada = person(people, notifications=notifications)
    assert service.unsubscribe(unsubscribe_token(KEY, ada.id, Notification.OVERDUE)) is Notification.OVERDUE
    assert found(people, ada) == ada


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("status", AccountStatus)
def test_one_kind_of_mail_stops_and_nothing_else(
    status: AccountStatus, role: Role, people: PeopleRepository, service: UnsubscribeService
) -> None:
    ada = person(people, status=status, role=role)
    assert service.unsubscribe(unsubscribe_token(KEY, ada.id, Notification.OVERDUE)) is Notification.OVERDUE
    left = {**ada.notifications, Notification.OVERDUE: frozenset({Channel.INBOX})}
    assert found(people, ada) == replace(ada, notifications=left, version=2)
