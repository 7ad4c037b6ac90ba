"""People on the wire: what admins and members learn of others, and what people change of their own profile."""

from typing import Any

import pytest
from pydantic import ValidationError

from app.api.schemas.people import PersonRead, ProfileUpdate, UserRead
from app.domain.people import AddressStatus, Channel, Notification
from tests import factories as make


def test_a_member_learns_ids_and_names_of_others_alone() -> None:
    person = make.user()
    assert PersonRead.for_member(person).model_dump(exclude_none=True) == {"id": person.id, "name": person.name}
    assert PersonRead.for_admin(person).email == person.email


def test_a_profile_lists_its_channels_in_one_order() -> None:
    person = make.user(notifications={Notification.ASSIGNED: frozenset(Channel)})
    shown = UserRead.of(person).model_dump(mode="json", by_alias=True)
    assert shown["notifications"] == {"ASSIGNED": ["EMAIL", "INBOX"]}
    assert set(shown) == {"id", "email", "name", "role", "status", "timeZone", "notifications", "emailStatus"}


@pytest.mark.parametrize("status", ["BOUNCED", "COMPLAINED", "working", "", None, 1, ["WORKING"]])
def test_nobody_says_of_their_address_that_it_does_not_work(status: Any) -> None:
    with pytest.raises(ValidationError, match='"WORKING" only, which has mail tried again'):
        ProfileUpdate.model_validate({"emailStatus": status})


@pytest.mark.parametrize("status", AddressStatus)
def test_a_profile_says_whether_mail_reaches_the_person(status: AddressStatus) -> None:
    shown = UserRead.of(make.user(address_status=status)).model_dump(mode="json", by_alias=True)
    assert shown["emailStatus"] == status


def test_an_address_is_tried_again_when_asked_for() -> None:
    assert ProfileUpdate.model_validate({"emailStatus": "WORKING"}).edit() == {"address_status": AddressStatus.WORKING}


def test_an_edit_holds_what_was_sent_and_nothing_else() -> None:
    assert ProfileUpdate.model_validate({}).edit() == {}
    assert ProfileUpdate.model_validate({"timeZone": "UTC"}).edit() == {"time_zone": "UTC"}


def test_a_channel_named_twice_is_named_once() -> None:
    update = ProfileUpdate.model_validate({"notifications": {"ASSIGNED": ["EMAIL", "EMAIL"], "OVERDUE": []}})
    assert update.edit() == {
        "notifications": {Notification.ASSIGNED: frozenset({Channel.EMAIL}), Notification.OVERDUE: frozenset()}
    }
