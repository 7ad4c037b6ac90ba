"""A person's first appearance: their profile, and the project that everybody starts from."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from app.domain.names import as_name
from app.domain.people import Role, User
from app.domain.projects import general_project
from app.repositories.accounts import Account
from app.repositories.people import AlreadyRegistered, PeopleRepository
from app.repositories.projects import AlreadyThere, ProjectRepository


@dataclass(frozen=True)
class Registration:
    people: PeopleRepository
    projects: ProjectRepository

    def register(self, user_id: str, account: Account, role: Role, now: datetime) -> None:
        """Does nothing for what is there already: sign-up and the first request may both come here."""
        with suppress(AlreadyThere):
            self.projects.create(general_project(now))
        user = User(id=user_id, email=account.email, name=_name_of(account), role=role, created_at=now)
        with suppress(AlreadyRegistered):
            self.people.register(user)


def _name_of(account: Account) -> str:
    """Whoever signs up gives Cognito any name they like."""
    return as_name(account.name) or as_name(account.email.partition("@")[0])
