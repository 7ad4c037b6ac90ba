"""What can be asked about people: one's own profile, and the directory of those one works with."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.errors import NotFound
from app.domain.pages import Page, PageRequest
from app.domain.people import Principal, ProfileEdit, Role, User, with_profile
from app.repositories.accounts import AccountRepository
from app.repositories.people import PeopleRepository
from app.repositories.task_lists import TaskListRepository
from app.services.changes import change
from app.services.clock import Clock, utc_now
from app.services.registration import Registration


@dataclass(frozen=True)
class PeopleService:
    people: PeopleRepository
    accounts: AccountRepository
    task_lists: TaskListRepository
    registration: Registration
    clock: Clock = utc_now

    def signed_in(self, user_id: str, access_token: str, *, in_admin_group: bool) -> User:
        """The profile behind a verified token, made on first use.

        Someone whom an admin created in Cognito never confirms a sign-up, so nothing else would make it.
        Raises TokenRevoked when Cognito no longer knows the token of a person without a profile.
        """
        user = self.people.get(user_id)
        return user or self._registered(user_id, access_token, Role.ADMIN if in_admin_group else Role.MEMBER)

    def profile(self, principal: Principal) -> User:
        user = self.people.get(principal.user_id)
        if user is None:
            raise NotFound("You have no profile any more. Sign in again.")
        return user

    def edit_profile(self, principal: Principal, edit: ProfileEdit) -> User:
        return change(lambda: self.profile(principal), lambda user: with_profile(user, edit), self.people.save)

    def find(self, principal: Principal, user_id: str) -> User:
        """Whom an admin or a member may find is whom their directory shows. Raises NotFound."""
        is_known = principal.is_admin or user_id in self._known_to(principal)
        user = self.people.get(user_id) if is_known else None
        if user is None:
            raise NotFound("There is no such person, or none on a task of yours.")
        return user

    def directory(self, principal: Principal, request: PageRequest) -> Page[User]:
        """An admin sees everybody; a member those on their own tasks, all on one page."""
        if principal.is_admin:
            return self.people.directory(request)
        users = self.people.get_many(set(self._known_to(principal)))
        return Page(tuple(sorted(users.values(), key=lambda user: (user.name.lower(), user.id))))

    def _known_to(self, member: Principal) -> Iterator[str]:
        """Themselves and those on their tasks, some more than once, read no further than they are asked for."""
        yield member.user_id
        for card in self.task_lists.all_of_person(member.user_id):
            yield from (*card.assignee_ids, card.created_by)

    def _registered(self, user_id: str, access_token: str, role: Role) -> User:
        self.registration.register(user_id, self.accounts.of_token(access_token), role, self.clock())
        user = self.people.get(user_id)
        if user is None:
            raise NotFound("Your profile was removed just now. Sign in again.")
        return user
