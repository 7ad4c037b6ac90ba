"""People on the wire: what admins and members learn of others."""

from app.api.schemas.people import PersonRead, UserRead
from app.domain.people import Channel, Notification
from tests import factories as make


def test_a_member_learns_ids_and_names_of_others_alone() -> None:
    person = make.user()
    assert PersonRead.for_member(person).model_dump(exclude_none=True) == {"id": person.id, "name": person.name}
    assert PersonRead.for_admin(person).email == person.email


def test_a_profile_lists_its_channels_in_one_order() -> None:
    person = make.user(notifications={Notification.ASSIGNED: frozenset(Channel)})
    shown = UserRead.of(person).model_dump(mode="json", by_alias=True)
    assert shown["notifications"] == {"ASSIGNED": ["EMAIL", "INBOX"]}
    assert set(shown) == {"id", "email", "name", "role", "status", "timeZone", "notifications"}
