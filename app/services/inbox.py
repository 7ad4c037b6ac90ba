"""One's own inbox. What one was told stays there, also when its task is somebody else's by now."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.inbox import InboxEntry
from app.domain.pages import Page, PageRequest
from app.domain.people import Principal
from app.repositories.inbox import InboxRepository
from app.services.clock import Clock, utc_now


@dataclass(frozen=True)
class InboxService:
    inbox: InboxRepository
    clock: Clock = utc_now

    def page(self, principal: Principal, request: PageRequest, *, unread_only: bool) -> Page[InboxEntry]:
        """Latest first."""
        return self.inbox.page(principal.user_id, request, self.clock(), unread_only=unread_only)

    def count_unread(self, principal: Principal) -> int:
        """Up to MOST_UNREAD_COUNTED."""
        return self.inbox.count_unread(principal.user_id, self.clock())

    def mark_read(self, principal: Principal, entry_ids: Sequence[str]) -> None:
        """An id that is none of theirs is passed over: it says no more than that there is nothing left to read."""
        self.inbox.mark_read(principal.user_id, entry_ids, self.clock())

    def mark_all_read(self, principal: Principal) -> None:
        self.inbox.mark_all_read(principal.user_id, self.clock())
