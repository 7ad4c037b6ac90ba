"""People on the wire: what admins and members learn of others, and what people change of their own profile."""

from app.api.schemas.people import PersonRead, ProfileUpdate, UserRead
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


def test_an_edit_holds_what_was_sent_and_nothing_else() -> None:
    assert ProfileUpdate.model_validate({}).edit() == {}
    assert ProfileUpdate.model_validate({"timeZone": "UTC"}).edit() == {"time_zone": "UTC"}


def test_a_channel_named_twice_is_named_once() -> None:
    update = ProfileUpdate.model_validate({"notifications": {"ASSIGNED": ["EMAIL", "EMAIL"], "OVERDUE": []}})
    assert update.edit() == {
        "notifications": {Notification.ASSIGNED: frozenset({Channel.EMAIL}), Notification.OVERDUE: frozenset()}
    }
