"""What an unsubscribe link did, on the wire."""

from app.api.schemas.unsubscribe import Unsubscribed
from app.domain.people import Channel, Notification


def test_what_stopped_is_named_by_the_words_of_the_preferences() -> None:
    shown = Unsubscribed(notification=Notification.OVERDUE, channel=Channel.EMAIL).model_dump(mode="json")
    assert shown == {"notification": "OVERDUE", "channel": "EMAIL"}
