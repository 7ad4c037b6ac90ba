"""What an unsubscribe link did, on the wire."""

from app.api.schemas.fields import Given
from app.domain.people import Channel, Notification


class Unsubscribed(Given):
    """What the person is told no more, and by which channel."""

    notification: Notification
    channel: Channel
