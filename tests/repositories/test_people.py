"""People's profiles in the table."""

from dataclasses import replace

import pytest

from app.domain.people import AccountStatus, Channel, Notification, Role
from app.repositories.people import AlreadyRegistered, PeopleRepository
from tests import factories as make
from tests.conftest import Table


@pytest.fixture
def people(table: Table) -> PeopleRepository:
    return PeopleRepository(table.client, table.name)


def test_a_second_registration_is_refused_and_changes_nothing(people: PeopleRepository) -> None:
    user = make.user()
    people.register(user)
    with pytest.raises(AlreadyRegistered):
        people.register(replace(user, name="Someone else", role=Role.ADMIN))
    assert people.get(user.id) == user


def test_somebody_unknown_is_none(people: PeopleRepository) -> None:
    assert people.get(make.user_id()) is None
    assert people.get_many([make.user_id()]) == {}


def test_a_profile_comes_back_whole(people: PeopleRepository) -> None:
    user = make.user(
        role=Role.ADMIN,
        status=AccountStatus.DEACTIVATED,
        time_zone="Pacific/Kiritimati",
        notifications={Notification.ASSIGNED: frozenset({Channel.INBOX}), Notification.OVERDUE: frozenset()},
        version=3,
    )
    people.register(user)
    assert people.get(user.id) == user
    assert people.get_many([user.id, user.id, "nobody"]) == {user.id: user}


def test_the_directory_goes_by_name_a_page_at_a_time(people: PeopleRepository) -> None:
    for name in ("bob", "Alice", "Zoe"):
        people.register(make.user(name=name))
    first = people.directory(make.page(2))
    second = people.directory(make.page(2, first.next_position))
    assert [user.name for user in (*first.items, *second.items)] == ["Alice", "bob", "Zoe"]
    assert second.next_position is None
