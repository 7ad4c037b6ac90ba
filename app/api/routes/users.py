"""People: oneself, and the directory."""

from fastapi import APIRouter

from app.api.auth import Caller
from app.api.dependencies import People
from app.api.paging import Paging
from app.api.schemas.pages import Page
from app.api.schemas.people import PersonRead, UserRead

router = APIRouter(prefix="/users", tags=["people"])


@router.get("/me")
def get_me(caller: Caller, people: People) -> UserRead:
    return UserRead.of(people.profile(caller))


@router.get("")
def list_people(caller: Caller, people: People, paging: Paging) -> Page[PersonRead]:
    """By name. A member gets the ids and names of those on their own tasks."""
    read = PersonRead.for_admin if caller.is_admin else PersonRead.for_member
    return paging.page(lambda request: people.directory(caller, request), read)
