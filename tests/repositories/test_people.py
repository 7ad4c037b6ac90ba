"""People's profiles in the table."""

from dataclasses import replace

import pytest

from app.domain.errors import Conflict, NotFound, Stale
from app.domain.people import AccountStatus, Channel, Notification, Role, with_account_status, with_profile, with_role
from app.repositories.people import AlreadyRegistered, PeopleRepository
from tests import factories as make
from tests.admin_count import admin_count
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


def test_only_an_active_admin_is_counted_when_registered(people: PeopleRepository, table: Table) -> None:
    people.register(make.user(role=Role.ADMIN, status=AccountStatus.DEACTIVATED))
    people.register(make.user())
    assert admin_count(table) == 0
    people.register(make.user(role=Role.ADMIN))
    assert admin_count(table) == 1


def test_nobody_unknown_is_saved(people: PeopleRepository) -> None:
    user = make.user()
    with pytest.raises(NotFound):
        people.save(user, with_profile(user, {"name": "Ada"}))
    assert people.get(user.id) is None


def test_a_change_of_what_has_changed_since_is_stale_and_counts_nobody(people: PeopleRepository, table: Table) -> None:
    user = make.user()
    people.register(user)
    renamed = with_profile(user, {"name": "Ada"})
    people.save(user, renamed)
    with pytest.raises(Stale) as refusal:
        people.save(user, with_role(user, Role.ADMIN))
    assert refusal.value.current_version == 2
    assert people.get(user.id) == renamed
    assert admin_count(table) == 0


@pytest.mark.parametrize("count_is_missing", [False, True])
def test_the_last_active_admin_stays_one(people: PeopleRepository, table: Table, count_is_missing: bool) -> None:
    last = make.user(role=Role.ADMIN)
    people.register(last)
    if count_is_missing:
        table.client.delete_item(TableName=table.name, Key={"PK": {"S": "SYSTEM"}, "SK": {"S": "ADMINS"}})
    for after in (with_role(last, Role.MEMBER), with_account_status(last, AccountStatus.DEACTIVATED)):
        with pytest.raises(Conflict, match="make somebody else one first"):
            people.save(last, after)
    assert people.get(last.id) == last


def test_admins_are_counted_as_they_come_and_go(people: PeopleRepository, table: Table) -> None:
    first, second = make.user(role=Role.ADMIN), make.user()
    for user in (first, second):
        people.register(user)
    promoted = with_role(second, Role.ADMIN)
    people.save(second, promoted)
    assert admin_count(table) == 2
    people.save(first, with_account_status(first, AccountStatus.DEACTIVATED))
    assert admin_count(table) == 1
    people.save(promoted, with_profile(promoted, {"name": "Ada"}))
    assert admin_count(table) == 1


def test_somebody_renamed_moves_in_the_directory(people: PeopleRepository) -> None:
    for name in ("Bob", "Carol"):
        people.register(make.user(name=name))
    bob = people.directory(make.page()).items[0]
    renamed = with_profile(bob, {"name": "Zoe"})
    people.save(bob, renamed)
    found = people.directory(make.page()).items
    assert [user.name for user in found] == ["Carol", "Zoe"]
    assert found[1] == people.get(bob.id) == renamed


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
