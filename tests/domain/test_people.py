"""People: who counts as an admin, and what each wants to hear of."""

import pytest

from app.domain.errors import Forbidden
from app.domain.people import (
    AccountStatus,
    AddressStatus,
    Channel,
    Notification,
    Role,
    principal_of,
    with_account_status,
    with_address_status,
    with_profile,
    with_role,
)
from tests import factories as make


def test_the_deactivated_may_do_nothing_and_are_told_whom_to_ask() -> None:
    gone = make.user(status=AccountStatus.DEACTIVATED, role=Role.ADMIN)
    with pytest.raises(Forbidden, match=r"^Your account is deactivated\. Ask an admin"):
        principal_of(gone, in_admin_group=True)


@pytest.mark.parametrize(
    ("role", "in_admin_group", "expected"),
    [
        (Role.ADMIN, True, Role.ADMIN),
        (Role.ADMIN, False, Role.MEMBER),
        (Role.MEMBER, True, Role.MEMBER),
        (Role.MEMBER, False, Role.MEMBER),
    ],
)
def test_an_admin_is_one_by_group_and_by_profile(role: Role, in_admin_group: bool, expected: Role) -> None:
    user = make.user(role=role)
    principal = principal_of(user, in_admin_group=in_admin_group)
    assert (principal.user_id, principal.role) == (user.id, expected)


def test_everybody_hears_of_everything_until_they_say_otherwise() -> None:
    user = make.user()
    assert all(user.wants(kind, channel) for kind in Notification for channel in Channel)


def test_a_channel_switched_off_stays_silent_for_that_kind_alone() -> None:
    user = make.user(notifications={Notification.ASSIGNED: frozenset({Channel.INBOX})})
    assert user.wants(Notification.ASSIGNED, Channel.INBOX)
    assert not user.wants(Notification.ASSIGNED, Channel.EMAIL)
    assert not user.wants(Notification.COMMENTED, Channel.INBOX)


def test_the_deactivated_want_nothing() -> None:
    gone = make.user(status=AccountStatus.DEACTIVATED)
    assert not any(gone.wants(kind, channel) for kind in Notification for channel in Channel)


def test_a_changed_profile_is_a_version_further_and_keeps_what_is_not_named() -> None:
    user = make.user(name="Grace")
    changed = with_profile(user, {"name": "Ada", "notifications": {Notification.OVERDUE: frozenset()}})
    assert (changed.name, changed.time_zone, changed.version) == ("Ada", user.time_zone, 2)
    assert not changed.wants(Notification.OVERDUE, Channel.EMAIL)
    assert changed.wants(Notification.ASSIGNED, Channel.EMAIL)


def test_what_is_so_already_is_no_change() -> None:
    user = make.user()
    assert with_profile(user, {"name": user.name}) is user
    assert with_role(user, user.role) is user
    assert with_account_status(user, user.status) is user


@pytest.mark.parametrize(
    ("role", "status", "counts"),
    [
        (Role.ADMIN, AccountStatus.ACTIVE, True),
        (Role.ADMIN, AccountStatus.DEACTIVATED, False),
        (Role.MEMBER, AccountStatus.ACTIVE, False),
    ],
)
def test_only_an_active_admin_counts_as_one(role: Role, status: AccountStatus, counts: bool) -> None:
    user = with_account_status(with_role(make.user(), role), status)
    assert user.is_active_admin is counts


@pytest.mark.parametrize("status", [AddressStatus.BOUNCED, AddressStatus.COMPLAINED])
def test_an_address_that_refuses_mail_gets_none_and_the_inbox_goes_on(status: AddressStatus) -> None:
    user = with_address_status(make.user(), status)
    assert not user.wants(Notification.ASSIGNED, Channel.EMAIL)
    assert user.wants(Notification.ASSIGNED, Channel.INBOX)


def test_marking_an_address_as_it_is_marked_changes_nothing() -> None:
    user = make.user()
    assert with_address_status(user, AddressStatus.WORKING) is user
    assert with_address_status(user, AddressStatus.BOUNCED).version == user.version + 1
