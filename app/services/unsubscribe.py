"""Out of one kind of mail by the link in one: who holds the link needs no sign-in, and may have left the team."""

from dataclasses import dataclass

from app.domain.errors import NotFound
from app.domain.people import Channel, Notification, User, with_profile
from app.domain.unsubscribe import read_unsubscribe_token
from app.repositories.people import PeopleRepository
from app.services.changes import change


@dataclass(frozen=True)
class UnsubscribeService:
    people: PeopleRepository
    key: bytes

    def unsubscribe(self, token: str) -> Notification:
        """What is mailed no more. Raises Invalid for no token of ours, and NotFound."""
        user_id, notification = read_unsubscribe_token(self.key, token)
        change(lambda: self._find(user_id), lambda user: _without_mail(user, notification), self.people.save)
        return notification

    def _find(self, user_id: str) -> User:
        user = self.people.get(user_id)
        if user is None:
            raise NotFound("The person whom this mail went to is not in the team any more, and gets no mail.")
        return user


def _without_mail(user: User, notification: Notification) -> User:
    channels = user.notifications.get(notification, frozenset())
    if Channel.EMAIL not in channels:
        return user
    return with_profile(user, {"notifications": {notification: channels - {Channel.EMAIL}}})
