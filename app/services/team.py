"""What an admin does with people: roles, and who may sign in at all.

Two places know about it, Cognito and the table, and somebody is an admin only where both say so. So rights are
taken in the table first and given there last: whatever fails half way, nobody has more than they should, and the
same request again finishes it. Two opposite changes of one person that cross can leave Cognito with the loser's;
the winner's request again mends that too, which is why Cognito is told also when the table has nothing to change.
"""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.errors import NotFound
from app.domain.people import AccountStatus, Role, User, with_account_status, with_role
from app.repositories.accounts import AccountRepository
from app.repositories.people import PeopleRepository
from app.services.changes import change

type Decide = Callable[[User], User]


@dataclass(frozen=True)
class TeamService:
    people: PeopleRepository
    accounts: AccountRepository
    user_pool_id: str
    forget: Callable[[str], object]  # told whose profile has changed, for whoever keeps a copy

    def change_role(self, user_id: str, role: Role) -> User:
        """Signs the person out: their token names their groups. Raises Conflict for the last active admin."""
        user = self._promote(user_id) if role is Role.ADMIN else self._demote(user_id)
        self.accounts.sign_out(self.user_pool_id, user_id)
        return user

    def deactivate(self, user_id: str) -> User:
        """Signs the person out, too. Raises Conflict for the last active admin."""
        user = self._change(user_id, lambda user: with_account_status(user, AccountStatus.DEACTIVATED))
        self.accounts.disable(self.user_pool_id, user_id)
        self.accounts.sign_out(self.user_pool_id, user_id)
        return user

    def reactivate(self, user_id: str) -> User:
        def activated(user: User) -> User:
            self.accounts.enable(self.user_pool_id, user_id)
            return with_account_status(user, AccountStatus.ACTIVE)

        return self._change(user_id, activated)

    def _promote(self, user_id: str) -> User:
        def promoted(user: User) -> User:
            self.accounts.add_to_group(self.user_pool_id, user_id, Role.ADMIN)
            return with_role(user, Role.ADMIN)

        return self._change(user_id, promoted)

    def _demote(self, user_id: str) -> User:
        user = self._change(user_id, lambda user: with_role(user, Role.MEMBER))
        self.accounts.remove_from_group(self.user_pool_id, user_id, Role.ADMIN)
        return user

    def _change(self, user_id: str, decide: Decide) -> User:
        return change(lambda: self._find(user_id), decide, self._save)

    def _save(self, before: User, after: User) -> None:
        self.people.save(before, after)
        self.forget(after.id)

    def _find(self, user_id: str) -> User:
        user = self.people.get(user_id)
        if user is None:
            raise NotFound("There is no such person.")
        return user
