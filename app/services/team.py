"""What an admin does with people: roles, and who may sign in at all.

Two places know about it, Cognito and the table, and somebody is an admin only where both say so. So rights are
taken in the table first and given there last: whatever fails half way, nobody has more than they should, and the
same request again finishes it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.errors import NotFound, Stale
from app.domain.people import AccountStatus, Role, User, with_account_status, with_role
from app.repositories.accounts import AccountRepository
from app.repositories.people import PeopleRepository

ATTEMPTS = 3  # of a change that another one of the same profile came between


@dataclass(frozen=True)
class TeamService:
    people: PeopleRepository
    accounts: AccountRepository
    user_pool_id: str

    def change_role(self, user_id: str, role: Role) -> User:
        """Raises Conflict for the last active admin."""
        if role is Role.ADMIN:
            self._find(user_id)
            self.accounts.add_to_group(self.user_pool_id, user_id, Role.ADMIN)
            user = self._change(user_id, lambda user: with_role(user, role))
        else:
            user = self._change(user_id, lambda user: with_role(user, role))
            self.accounts.remove_from_group(self.user_pool_id, user_id, Role.ADMIN)
        self.accounts.sign_out(self.user_pool_id, user_id)
        return user

    def deactivate(self, user_id: str) -> User:
        """Raises Conflict for the last active admin."""
        user = self._change(user_id, lambda user: with_account_status(user, AccountStatus.DEACTIVATED))
        self.accounts.disable(self.user_pool_id, user_id)
        self.accounts.sign_out(self.user_pool_id, user_id)
        return user

    def reactivate(self, user_id: str) -> User:
        self._find(user_id)
        self.accounts.enable(self.user_pool_id, user_id)
        return self._change(user_id, lambda user: with_account_status(user, AccountStatus.ACTIVE))

    def _change(self, user_id: str, decide: Callable[[User], User], *, attempts: int = ATTEMPTS) -> User:
        before = self._find(user_id)
        after = decide(before)
        try:
            if after is not before:
                self.people.save(before, after)
        except Stale:
            if attempts == 1:
                raise
            return self._change(user_id, decide, attempts=attempts - 1)
        return after

    def _find(self, user_id: str) -> User:
        user = self.people.get(user_id)
        if user is None:
            raise NotFound("There is no such person.")
        return user
