"""Every address that a mail points to, from the settings alone, and the name of its thread."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from app.domain.people import Notification
from app.domain.unsubscribe import unsubscribe_token
from app.settings import MailSettings

_NOT_IN_AN_ID = re.compile(r"[^A-Za-z0-9_-]")


@dataclass(frozen=True)
class Links:
    page_origin: str
    api_url: str
    signing_key: bytes

    @classmethod
    def of(cls, settings: MailSettings) -> "Links":
        return cls(settings.page_origin, settings.api_url, settings.signing_key)

    @property
    def my_tasks(self) -> str:
        return f"{self.page_origin}/my-tasks"

    @property
    def settings(self) -> str:
        return f"{self.page_origin}/settings"

    def task(self, task_id: str) -> str:
        return f"{self.page_origin}/tasks/{task_id}"

    def unsubscribe(self, user_id: str, notification: Notification) -> str:
        """The page, which asks before it stops anything: a mail's links are opened by scanners too."""
        return f"{self.page_origin}/unsubscribe?{self._token(user_id, notification)}"

    def unsubscribe_at_once(self, user_id: str, notification: Notification) -> str:
        """What a mail program posts to when somebody presses its own button (RFC 8058)."""
        return f"{self.api_url}/api/v1/unsubscribe?{self._token(user_id, notification)}"

    def thread(self, kind: str, name: str) -> str:
        """A message id that no mail bears: SES gives each its own. Programs gather what refers to the same one."""
        return f"<{kind}-{id_text(name)}@{urlsplit(self.page_origin).hostname}>"

    def _token(self, user_id: str, notification: Notification) -> str:
        return urlencode({"token": unsubscribe_token(self.signing_key, user_id, notification)})


def id_text(name: str) -> str:
    """Of the characters that SES takes in a tag, and no header can be broken with."""
    return _NOT_IN_AN_ID.sub("-", name)
