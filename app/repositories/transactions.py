"""One transaction: all of it or none, tried again only where another transaction was in the way."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from botocore.exceptions import ClientError

from app.repositories.attempts import attempts, busy
from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.table import Item, Key

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

CONFLICT = "TransactionConflict"
# The first two are words for an action of a transaction, the others for a request.
THROTTLED = {
    *("ThrottlingError", "ProvisionedThroughputExceeded"),
    *("ThrottlingException", "ProvisionedThroughputExceededException", "RequestLimitExceeded"),
}
IS_ABSENT = "attribute_not_exists(PK)"
EXISTS = "attribute_exists(PK)"

type Refuse = Callable[[Item | None], Exception]


@dataclass(frozen=True)
class Step:
    """One action of a transaction: `kind` is Put, Update, Delete or ConditionCheck.

    `refuse` makes the error to raise when the action's condition does not hold, from the item as it stands
    (None: there is none). Without it a refusal is a fault of Baton's own and rises as it came.
    """

    kind: str
    arguments: Mapping[str, Any]
    refuse: Refuse | None = None


def put(item: Item, refuse: Refuse | None = None) -> Step:
    """A new item: never over one that exists."""
    return Step("Put", {"Item": to_attributes(item), "ConditionExpression": IS_ABSENT}, refuse)


def delete(key: Key, refuse: Refuse | None = None) -> Step:
    """With `refuse`, only what is there."""
    condition = {"ConditionExpression": EXISTS} if refuse else {}
    return Step("Delete", {"Key": to_attributes(key), **condition}, refuse)


def update(
    key: Key,
    attributes: Item,
    *,
    condition: str = EXISTS,
    values: Mapping[str, Any] | None = None,
    names: Mapping[str, str] | None = None,
    refuse: Refuse | None = None,
) -> Step:
    """Sets `attributes`, and removes those that are None, of an item that exists.

    `values` and `names` are those of the condition, spelt so that they meet no attribute's name.
    """
    kept = {name: value for name, value in attributes.items() if value is not None}
    removed = [name for name in attributes if name not in kept]
    clauses = ["SET " + ", ".join(f"#{name} = :{name}" for name in kept)] if kept else []
    clauses += ["REMOVE " + ", ".join(f"#{name}" for name in removed)] if removed else []
    arguments = {
        "Key": to_attributes(key),
        "UpdateExpression": " ".join(clauses),
        "ConditionExpression": condition,
        "ExpressionAttributeNames": {**{f"#{name}": name for name in attributes}, **(names or {})},
        "ExpressionAttributeValues": to_attributes({**{f":{name}": kept[name] for name in kept}, **(values or {})}),
    }
    return Step("Update", arguments, refuse)


def add(
    key: Key,
    attribute: str,
    amount: int,
    *,
    condition: str | None = EXISTS,
    values: Mapping[str, Any] | None = None,
    names: Mapping[str, str] | None = None,
    refuse: Refuse | None = None,
) -> Step:
    """Counts up or down, whatever the count is. Without a condition it makes the counter."""
    arguments = {
        "Key": to_attributes(key),
        "UpdateExpression": "ADD #counter :amount",
        "ExpressionAttributeNames": {"#counter": attribute, **(names or {})},
        "ExpressionAttributeValues": to_attributes({":amount": amount, **(values or {})}),
    }
    return Step("Update", arguments | ({"ConditionExpression": condition} if condition else {}), refuse)


def check(key: Key, condition: str, values: Mapping[str, Any], names: Mapping[str, str], refuse: Refuse) -> Step:
    arguments = {
        "Key": to_attributes(key),
        "ConditionExpression": condition,
        "ExpressionAttributeNames": names,
        "ExpressionAttributeValues": to_attributes(values),
    }
    return Step("ConditionCheck", arguments, refuse)


def write_transaction(client: "DynamoDBClient", table_name: str, steps: Sequence[Step]) -> None:
    """Raises the first refused step's error, Unfinished where DynamoDB is too busy, and botocore's for faults.

    botocore retries neither a refused condition, rightly, nor a conflict with another transaction, which is
    passing: that one is tried again here.
    """
    items = [_action(table_name, step) for step in steps]
    for _ in attempts():
        try:
            client.transact_write_items(TransactItems=items)  # type: ignore[arg-type]
        except ClientError as error:
            _raise_refusal(steps, error)
            codes = _codes(error)
            if codes & THROTTLED and codes <= {CONFLICT, *THROTTLED}:
                raise busy() from error
            if codes != {CONFLICT}:
                raise
        else:
            return
    raise busy()


def _action(table_name: str, step: Step) -> dict[str, Any]:
    arguments = {"TableName": table_name, **step.arguments}
    if "ConditionExpression" in arguments:
        arguments["ReturnValuesOnConditionCheckFailure"] = "ALL_OLD"
    return {step.kind: arguments}


def _raise_refusal(steps: Sequence[Step], error: ClientError) -> None:
    for step, reason in zip(steps, _reasons(error), strict=False):
        if reason["Code"] == "ConditionalCheckFailed" and step.refuse:
            raise step.refuse(from_attributes(reason["Item"]) if reason.get("Item") else None)


def _codes(error: ClientError) -> set[str]:
    """Why: of each action, where it is told."""
    codes = {reason["Code"] for reason in _reasons(error)}
    return codes - {"None"} or {error.response["Error"]["Code"]}


def _reasons(error: ClientError) -> Sequence[Mapping[str, Any]]:
    """One for each step, or none where the whole request was refused."""
    return error.response.get("CancellationReasons", [])
