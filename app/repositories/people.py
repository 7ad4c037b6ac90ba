"""People's profiles in the table, and the count of admins that guards the last one."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.errors import Conflict, NotFound, Stale
from app.domain.pages import Page, PageRequest
from app.domain.people import AccountStatus, AddressStatus, Channel, Notification, Role, User
from app.repositories import table
from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.batches import get_items
from app.repositories.pages import Range, query_page
from app.repositories.table import Item
from app.repositories.transactions import EXISTS, Step, add, put, update, write_transaction

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


class AlreadyRegistered(Exception):
    """The person has a profile. Two first requests may race; either makes the same one."""


class PeopleRepository:
    def __init__(self, client: "DynamoDBClient", table_name: str) -> None:
        self._client = client
        self._table_name = table_name

    def get(self, user_id: str) -> User | None:
        answer = self._client.get_item(
            TableName=self._table_name, Key=to_attributes(table.user_key(user_id)), ConsistentRead=True
        )
        return _to_user(from_attributes(answer["Item"])) if "Item" in answer else None

    def get_many(self, user_ids: Iterable[str]) -> dict[str, User]:
        """Those that exist, by id; one round trip per 100."""
        keys = [table.user_key(user_id) for user_id in dict.fromkeys(user_ids)]
        users = (_to_user(item) for item in get_items(self._client, self._table_name, keys))
        return {user.id: user for user in users}

    def register(self, user: User) -> None:
        """A new profile; an active admin's is counted in the same transaction. Raises AlreadyRegistered."""
        profile = put(_user_item(user), refuse=lambda _: AlreadyRegistered(user.id))
        counted = [_count_admins(1)] if user.is_active_admin else []
        write_transaction(self._client, self._table_name, [profile, *counted])

    def save(self, before: User, after: User) -> None:
        """Replaces `before`, at its very version, by `after`, and counts active admins in the same transaction.

        Raises NotFound, Stale, and Conflict where no active admin would be left.
        """
        change = int(after.is_active_admin) - int(before.is_active_admin)
        counted = [_count_admins(change)] if change else []
        write_transaction(self._client, self._table_name, [_profile_update(before, after), *counted])

    def directory(self, request: PageRequest) -> Page[User]:
        """Everybody by name."""
        rows = Range(
            index=table.PROJECT_INDEX,
            partition=table.USERS_PARTITION,
            key_at=lambda position: table.user_key(table.id_at(position)),
        )
        return query_page(self._client, self._table_name, rows, request).map(_to_user)


def _profile_update(before: User, after: User) -> Step:
    return update(
        table.user_key(after.id),
        _user_attributes(after),
        condition=f"{EXISTS} AND #version = :seen",
        values={":seen": before.version},
        refuse=lambda item: Stale(item["version"]) if item else NotFound("There is no such person."),
    )


def _count_admins(change: int) -> Step:
    """Down under a guard: two demotions that race cannot both pass it."""
    if change > 0:
        return add(table.ADMIN_COUNT_KEY, "count", change, condition=None)
    return add(
        table.ADMIN_COUNT_KEY,
        "count",
        change,
        condition="#counter > :one",
        values={":one": 1},
        refuse=lambda _: Conflict("A team needs an active admin: make somebody else one first."),
    )


def _user_item(user: User) -> Item:
    return {**table.user_key(user.id), **_user_attributes(user)}


def _user_attributes(user: User) -> Item:
    return {
        "id": user.id,
        "email": user.email,
        "name": user.name,
        "role": str(user.role),
        "status": str(user.status),
        "timeZone": user.time_zone,
        "notifications": {str(kind): sorted(map(str, channels)) for kind, channels in user.notifications.items()},
        "addressStatus": str(user.address_status),
        "createdAt": table.timestamp(user.created_at),
        "version": user.version,
        "GSI3PK": table.USERS_PARTITION,
        "GSI3SK": table.directory_position(user.name, user.id),
    }


def _to_user(item: Item) -> User:
    return User(
        id=item["id"],
        email=item["email"],
        name=item["name"],
        role=Role(item["role"]),
        created_at=datetime.fromisoformat(item["createdAt"]),
        status=AccountStatus(item["status"]),
        time_zone=item["timeZone"],
        notifications={
            Notification(kind): frozenset(map(Channel, channels)) for kind, channels in item["notifications"].items()
        },
        address_status=AddressStatus(item.get("addressStatus", AddressStatus.WORKING)),
        version=item["version"],
    )
