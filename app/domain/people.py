"""People: who they are, what they may do, and who is asking."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import TypedDict

from app.domain.errors import Forbidden


class Role(StrEnum):
    ADMIN = "ADMIN"
    MEMBER = "MEMBER"


class AccountStatus(StrEnum):
    ACTIVE = "ACTIVE"
    DEACTIVATED = "DEACTIVATED"


class AddressStatus(StrEnum):
    """Whether mail may go to a person's address: not where it came back for good, or was called spam."""

    WORKING = "WORKING"
    BOUNCED = "BOUNCED"
    COMPLAINED = "COMPLAINED"


class Channel(StrEnum):
    EMAIL = "EMAIL"
    INBOX = "INBOX"


class Notification(StrEnum):
    """What a person can be told about, and switch off, per channel."""

    ASSIGNED = "ASSIGNED"
    UNASSIGNED = "UNASSIGNED"
    STATUS_CHANGED = "STATUS_CHANGED"
    COMMENTED = "COMMENTED"
    DUE_SOON = "DUE_SOON"
    OVERDUE = "OVERDUE"


def all_channels() -> dict[Notification, frozenset[Channel]]:
    return {notification: frozenset(Channel) for notification in Notification}


@dataclass(frozen=True)
class User:
    id: str
    email: str
    name: str
    role: Role
    created_at: datetime
    status: AccountStatus = AccountStatus.ACTIVE
    time_zone: str = "UTC"
    notifications: Mapping[Notification, frozenset[Channel]] = field(default_factory=all_channels)
    address_status: AddressStatus = AddressStatus.WORKING
    version: int = 1

    @property
    def is_active_admin(self) -> bool:
        return self.role is Role.ADMIN and self.status is AccountStatus.ACTIVE

    def wants(self, notification: Notification, channel: Channel) -> bool:
        """Also false for who cannot be told: the deactivated, and by mail those whose address refuses it."""
        reaches = channel is not Channel.EMAIL or self.address_status is AddressStatus.WORKING
        return self.status is AccountStatus.ACTIVE and reaches and channel in self.notifications.get(notification, ())


class ProfileEdit(TypedDict, total=False):
    """What people change of their own profile; what is not named stays."""

    name: str
    time_zone: str
    notifications: Mapping[Notification, frozenset[Channel]]
    address_status: AddressStatus


def with_profile(user: User, edit: ProfileEdit) -> User:
    """Notifications not named stay as they are."""
    notifications = {**user.notifications, **edit.get("notifications", {})}
    return _changed(user, replace(replace(user, **edit), notifications=notifications))


def with_role(user: User, role: Role) -> User:
    return _changed(user, replace(user, role=role))


def with_account_status(user: User, status: AccountStatus) -> User:
    return _changed(user, replace(user, status=status))


def with_address_status(user: User, status: AddressStatus) -> User:
    return _changed(user, replace(user, address_status=status))


def _changed(before: User, after: User) -> User:
    return before if after == before else replace(after, version=before.version + 1)


@dataclass(frozen=True)
class Principal:
    """Who is asking, as proven by their token and their profile, and in which request."""

    user_id: str
    role: Role
    request_id: str | None = None

    @property
    def is_admin(self) -> bool:
        return self.role is Role.ADMIN


def principal_of(user: User, *, in_admin_group: bool) -> Principal:
    """A person is an admin only if both the token's group and the profile say so."""
    if user.status is not AccountStatus.ACTIVE:
        raise Forbidden("Your account is deactivated. Ask an admin of your team to reactivate it.")
    is_admin = in_admin_group and user.role is Role.ADMIN
    return Principal(user.id, Role.ADMIN if is_admin else Role.MEMBER)
