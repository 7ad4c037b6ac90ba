"""People: who counts as an admin, and what each wants to hear of."""

import pytest

from app.domain.errors import Forbidden
from app.domain.people import AccountStatus, Channel, Notification, Role, principal_of
from tests import factories as make


def test_the_deactivated_may_do_nothing_and_are_told_whom_to_ask() -> None:
    gone = make.user(status=AccountStatus.DEACTIVATED, role=Role.ADMIN)
    with pytest.raises(Forbidden, match="Ask an admin"):
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
