"""People: profiles made on first use, and who sees whom."""

from dataclasses import replace

import pytest

from app.domain.errors import NotFound
from app.domain.people import Channel, Notification, Principal, Role
from app.domain.projects import GENERAL_PROJECT_NAME
from app.repositories.accounts import Account, TokenRevoked
from app.services.registration import Registration
from tests import factories as make
from tests.admin_count import admin_count
from tests.conftest import Table
from tests.services.conftest import Register, Services


class Forgetful(Registration):
    """Keeps nobody."""

    def register(self, *_: object) -> None:
        pass


def test_a_revoked_token_makes_no_profile(services: Services) -> None:
    user_id = make.user_id()
    with pytest.raises(TokenRevoked):
        services.people.signed_in(user_id, "revoked", in_admin_group=False)
    assert services.people.people.get(user_id) is None


def test_someone_without_a_profile_is_told_to_sign_in_again(services: Services) -> None:
    with pytest.raises(NotFound, match="Sign in again"):
        services.people.profile(make.member())


def test_someone_whose_new_profile_is_gone_at_once_is_told_to_sign_in_again(services: Services) -> None:
    services.accounts.accounts["token"] = Account("ada@example.com", "")
    forgetful = replace(services.people, registration=Forgetful(**vars(services.people.registration)))
    with pytest.raises(NotFound, match="Sign in again"):
        forgetful.signed_in(make.user_id(), "token", in_admin_group=False)


def test_someone_without_a_profile_cannot_edit_it(services: Services) -> None:
    with pytest.raises(NotFound, match="Sign in again"):
        services.people.edit_profile(make.member(), {"name": "Ada"})


def test_a_member_finds_nobody_but_themselves_and_those_on_their_tasks(services: Services, register: Register) -> None:
    admin, me = register(Role.ADMIN), register()
    mate, stranger = register(), register()
    services.tasks.create(admin, make.draft(assignee_ids=(me.user_id, mate.user_id)))
    services.tasks.create(admin, make.draft(assignee_ids=(stranger.user_id,)))
    with pytest.raises(NotFound):
        services.people.find(me, stranger.user_id)
    for known in (me, mate, admin):
        assert services.people.find(me, known.user_id).id == known.user_id


def test_an_admin_finds_everybody_but_the_unknown(services: Services, register: Register) -> None:
    admin, somebody = register(Role.ADMIN), register()
    with pytest.raises(NotFound):
        services.people.find(admin, make.user_id())
    assert services.people.find(admin, somebody.user_id).id == somebody.user_id


def test_an_edited_profile_keeps_what_is_not_named(services: Services, register: Register) -> None:
    me = register(name="Ada", time_zone="Europe/London")
    edited = services.people.edit_profile(me, {"notifications": {Notification.OVERDUE: frozenset()}})
    assert services.people.profile(me) == edited
    assert (edited.name, edited.time_zone, edited.version) == ("Ada", "Europe/London", 2)
    assert edited.wants(Notification.ASSIGNED, Channel.EMAIL)
    assert not edited.wants(Notification.OVERDUE, Channel.EMAIL)


def test_an_edit_that_changes_nothing_is_no_new_version(services: Services, register: Register) -> None:
    me = register(name="Ada")
    assert services.people.edit_profile(me, {"name": "Ada"}).version == 1


@pytest.mark.parametrize(("in_admin_group", "role"), [(True, Role.ADMIN), (False, Role.MEMBER)])
def test_a_missing_profile_is_made_from_the_account(services: Services, in_admin_group: bool, role: Role) -> None:
    services.accounts.accounts["token"] = Account("ada@example.com", "Ada Lovelace")
    user_id = make.user_id()
    user = services.people.signed_in(user_id, "token", in_admin_group=in_admin_group)
    assert (user.id, user.email, user.name, user.role) == (user_id, "ada@example.com", "Ada Lovelace", role)
    assert services.people.profile(Principal(user_id, role)) == user


def test_someone_without_a_name_is_called_by_their_address(services: Services) -> None:
    services.accounts.accounts["token"] = Account("ada@example.com", "")
    assert services.people.signed_in(make.user_id(), "token", in_admin_group=False).name == "ada"


def test_a_profile_that_exists_is_left_alone(services: Services, register: Register) -> None:
    known = register(name="Grace Hopper")
    assert services.people.signed_in(known.user_id, "unknown token", in_admin_group=True).role is Role.MEMBER


def test_each_admin_is_counted_once(services: Services, table: Table) -> None:
    services.accounts.accounts["token"] = Account("ada@example.com", "")
    for user_id in ("first", "second", "first"):
        services.people.signed_in(user_id, "token", in_admin_group=True)
    services.people.signed_in("third", "token", in_admin_group=False)
    assert admin_count(table) == 2


def test_an_admin_sees_everybody_by_name(services: Services, register: Register) -> None:
    admin = register(Role.ADMIN, name="zoe")
    register(name="Bob")
    register(name="alice")
    assert [user.name for user in services.people.directory(admin, make.page()).items] == ["alice", "Bob", "zoe"]


def test_a_member_sees_themselves_and_those_on_their_tasks(services: Services, register: Register) -> None:
    admin, me = register(Role.ADMIN, name="Lead"), register(name="Me")
    mate, _stranger = register(name="Mate"), register(name="Stranger")
    services.tasks.create(admin, make.draft(assignee_ids=(me.user_id, mate.user_id)))
    assert [user.name for user in services.people.directory(me, make.page()).items] == ["Lead", "Mate", "Me"]


def test_registering_again_changes_nothing(services: Services) -> None:
    account = Account("ada@example.com", "Ada Lovelace")
    for name in ("Ada Lovelace", "Someone else"):
        services.people.registration.register("ada", Account(account.email, name), Role.MEMBER, make.NOW)
    user = services.people.people.get("ada")
    assert user is not None
    assert user.name == "Ada Lovelace"
    projects = services.projects.projects.directory(make.page()).items
    assert [project.name for project in projects] == [GENERAL_PROJECT_NAME]
