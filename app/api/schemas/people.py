"""People on the wire."""

from typing import Annotated, Literal, Self, cast

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from app.api.schemas.fields import Given, Name, Received, TimeZone
from app.domain.people import AccountStatus, AddressStatus, Channel, Notification, ProfileEdit, Role, User


def _working(status: object) -> object:
    """Only mail that came back says that an address does not work."""
    if status != AddressStatus.WORKING:
        raise PydanticCustomError("working", 'can be set to "WORKING" only, which has mail tried again')
    return status


class UserRead(Given):
    id: str
    email: str
    name: str
    role: Role
    status: AccountStatus
    time_zone: str
    notifications: dict[Notification, list[Channel]]
    email_status: AddressStatus

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
            email_status=user.address_status,
        )


class ProfileUpdate(Received):
    """What is absent stays, also among the notifications; nothing can be cleared."""

    name: Name = ""
    time_zone: TimeZone = "UTC"
    notifications: dict[Notification, list[Channel]] = Field(default_factory=dict)
    email_status: Annotated[Literal["WORKING"], BeforeValidator(_working)] = "WORKING"

    def edit(self) -> ProfileEdit:
        """The fields that were sent; the defaults above are never read."""
        sent = {name: getattr(self, name) for name in self.model_fields_set}
        if "notifications" in sent:
            sent["notifications"] = {kind: frozenset(channels) for kind, channels in self.notifications.items()}
        if "email_status" in sent:
            sent["address_status"] = AddressStatus(sent.pop("email_status"))
        return cast("ProfileEdit", sent)


class RoleChange(Received):
    role: Role


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
