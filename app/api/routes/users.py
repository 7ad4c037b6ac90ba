"""People: oneself, the directory, and what an admin does with somebody."""

from http import HTTPStatus
from typing import Annotated

from fastapi import Path

from app.api.auth import Admin, Caller
from app.api.dependencies import People, Team
from app.api.errors import documented
from app.api.once import Once
from app.api.paging import Paging
from app.api.routers import signed_in_router
from app.api.schemas.fields import UserIdText
from app.api.schemas.pages import Page
from app.api.schemas.people import PersonRead, ProfileUpdate, RoleChange, UserRead

router = signed_in_router("/users", "people")

UserId = Annotated[UserIdText, Path(alias="userId")]

_CHANGE_REFUSALS = documented(
    HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.PRECONDITION_FAILED, HTTPStatus.SERVICE_UNAVAILABLE
)


@router.get("/me", responses=documented(HTTPStatus.NOT_FOUND))
def get_me(caller: Caller, people: People) -> UserRead:
    return UserRead.of(people.profile(caller))


@router.patch("/me", responses=documented(HTTPStatus.NOT_FOUND, HTTPStatus.PRECONDITION_FAILED))
def edit_me(body: ProfileUpdate, caller: Caller, people: People) -> UserRead:
    """What is absent stays: a notification that is named gets the channels that are named, none by []."""
    return UserRead.of(people.edit_profile(caller, body.edit()))


@router.get("")
def list_people(caller: Caller, people: People, paging: Paging) -> Page[PersonRead]:
    """By name. A member gets the ids and names of those on their own tasks."""
    read = PersonRead.for_admin if caller.is_admin else PersonRead.for_member
    return paging.page(lambda request: people.directory(caller, request), read)


@router.get("/{userId}", responses=documented(HTTPStatus.NOT_FOUND))
def get_person(user_id: UserId, caller: Caller, people: People) -> PersonRead:
    """A member gets the id and name of those on their own tasks."""
    read = PersonRead.for_admin if caller.is_admin else PersonRead.for_member
    return read(people.find(caller, user_id))


@router.put("/{userId}/role", responses=_CHANGE_REFUSALS)
def change_role(user_id: UserId, body: RoleChange, _: Admin, team: Team) -> PersonRead:
    """Signs the person out. The last active admin stays one."""
    return PersonRead.for_admin(team.change_role(user_id, body.role))


@router.post("/{userId}/deactivate", responses=_CHANGE_REFUSALS)
def deactivate_person(user_id: UserId, _: Admin, team: Team, once: Once) -> PersonRead:
    """Signs the person out, and lets them in no more. Their tasks stay theirs. The last active admin stays active."""
    return once.keep(PersonRead.for_admin(team.deactivate(user_id)))


@router.post("/{userId}/reactivate", responses=_CHANGE_REFUSALS)
def reactivate_person(user_id: UserId, _: Admin, team: Team, once: Once) -> PersonRead:
    """In the role they had."""
    return once.keep(PersonRead.for_admin(team.reactivate(user_id)))
