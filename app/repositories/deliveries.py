"""The ledger of deliveries: who was mailed for which event or digest, so that nobody is mailed twice.

    (absent) --lease--> IN_PROGRESS --sent--> SENT
        |                    | \\--refused for good--> FAILED
        |                    \\--lease expires--> may be leased again
        \\--not wanted--> SKIPPED

A worker that never learned that SES took the mail (no answer in time), or never noted it (it died, or the table was
away), leaves a lease that expires: that mail may go out twice. It is the only such window, and SES offers nothing to
close it. A mail that may have is one with `attempts` of two or more.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from botocore.exceptions import ClientError

from app.repositories import table
from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.table import Item, Key

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

LEASE = timedelta(seconds=60)  # twice the worker's timeout: nobody holds it who still runs
KEPT = timedelta(days=90)
NOTHING: Mapping[str, Any] = {}


class DeliveryState(StrEnum):
    IN_PROGRESS = "IN_PROGRESS"
    SENT = "SENT"
    SKIPPED = "SKIPPED"
    FAILED = "FAILED"


class AlreadyDelivered(Exception):
    """Sent, skipped or failed for good: there is nothing left to do."""


class DeliveryInProgress(Exception):
    """Another worker holds the lease right now."""


class DeliveryLedger:
    """A delivery's key is that of one event and person, or of one digest mail; `also` is kept along with it."""

    def __init__(self, client: "DynamoDBClient", table_name: str) -> None:
        self._client = client
        self._table_name = table_name

    def lease(self, key: Key, now: datetime, also: Mapping[str, Any] = NOTHING) -> None:
        """Counts the attempt. Raises AlreadyDelivered or DeliveryInProgress."""
        entry = {**also, "state": str(DeliveryState.IN_PROGRESS), "leaseUntil": int((now + LEASE).timestamp())}
        self._open(key, entry, now, attempts=1)

    def skip(self, key: Key, now: datetime, also: Mapping[str, Any] = NOTHING) -> None:
        """Raises AlreadyDelivered or DeliveryInProgress."""
        self._open(key, {**also, "state": str(DeliveryState.SKIPPED)}, now, attempts=0)

    def close(self, key: Key, state: DeliveryState, note: str) -> None:
        """Ends the lease: SENT with the message's id, or FAILED with the reason."""
        self._client.update_item(
            TableName=self._table_name,
            Key=to_attributes(key),
            UpdateExpression="SET #state = :state, #note = :note REMOVE leaseUntil",
            ConditionExpression="attribute_exists(PK)",
            ExpressionAttributeNames={"#state": "state", "#note": "note"},
            ExpressionAttributeValues=to_attributes({":state": str(state), ":note": note}),
        )

    def _open(self, key: Key, entry: Item, now: datetime, *, attempts: int) -> None:
        entry = {**entry, "at": table.timestamp(now), "expiresAt": int((now + KEPT).timestamp())}
        values = {f":{name}": value for name, value in entry.items()}
        values |= {":open": str(DeliveryState.IN_PROGRESS), ":now": int(now.timestamp()), ":attempts": attempts}
        try:
            self._client.update_item(
                TableName=self._table_name,
                Key=to_attributes(key),
                UpdateExpression=f"SET {', '.join(f'#{name} = :{name}' for name in entry)} ADD attempts :attempts",
                ConditionExpression="attribute_not_exists(PK) OR (#state = :open AND leaseUntil < :now)",
                ExpressionAttributeNames={f"#{name}": name for name in entry},
                ExpressionAttributeValues=to_attributes(values),
                ReturnValuesOnConditionCheckFailure="ALL_OLD",
            )
        except ClientError as error:
            raise _refusal(error) from error


def _refusal(error: ClientError) -> Exception:
    if error.response["Error"]["Code"] != "ConditionalCheckFailedException":
        return error
    item = from_attributes(error.response["Item"])  # type: ignore[typeddict-item]
    return DeliveryInProgress() if item["state"] == DeliveryState.IN_PROGRESS else AlreadyDelivered()
