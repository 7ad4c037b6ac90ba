"""People on the wire."""

from typing import Self

from app.api.schemas.fields import Given
from app.domain.people import AccountStatus, Channel, Notification, Role, User


class UserRead(Given):
    id: str
    email: str
    name: str
    role: Role
    status: AccountStatus
    time_zone: str
    notifications: dict[Notification, list[Channel]]

    @classmethod
    def of(cls, user: User) -> Self:
        return cls(
            id=user.id,
            email=user.email,
            name=user.name,
            role=user.role,
            status=user.status,
            time_zone=user.time_zone,
            notifications={kind: sorted(channels) for kind, channels in user.notifications.items()},
        )


class PersonRead(Given):
    """Someone in the directory. A member learns ids and names only."""

    id: str
    name: str
    email: str | None = None
    role: Role | None = None
    status: AccountStatus | None = None

    @classmethod
    def for_admin(cls, user: User) -> Self:
        return cls(id=user.id, name=user.name, email=user.email, role=user.role, status=user.status)

    @classmethod
    def for_member(cls, user: User) -> Self:
        return cls(id=user.id, name=user.name)
