"""The ledger of deliveries: who was mailed for which event, so that nobody is mailed twice.

    (absent) --lease--> IN_PROGRESS --sent--> SENT
        |                    | \\--refused for good--> FAILED
        |                    \\--lease expires--> may be leased again
        \\--not wanted--> SKIPPED

A worker that dies between the send and SENT leaves a lease that expires: that mail may go out twice. It is the
only such window, and SES offers nothing to close it.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from app.repositories import table
from app.repositories.attributes import from_attributes, to_attributes
from app.repositories.table import Item

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

LEASE = timedelta(seconds=60)  # twice the worker's timeout: nobody holds it who still runs
KEPT = timedelta(days=90)


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
    def __init__(self, client: "DynamoDBClient", table_name: str) -> None:
        self._client = client
        self._table_name = table_name

    def lease(self, event_id: str, user_id: str, now: datetime) -> None:
        """Raises AlreadyDelivered or DeliveryInProgress."""
        self._open(event_id, user_id, DeliveryState.IN_PROGRESS, now)

    def skip(self, event_id: str, user_id: str, now: datetime) -> None:
        """Raises AlreadyDelivered or DeliveryInProgress."""
        self._open(event_id, user_id, DeliveryState.SKIPPED, now)

    def close(self, event_id: str, user_id: str, state: DeliveryState, note: str) -> None:
        """Ends the lease: SENT with the message's id, or FAILED with the reason."""
        self._client.update_item(
            TableName=self._table_name,
            Key=to_attributes(table.delivery_key(event_id, user_id)),
            UpdateExpression="SET #state = :state, #note = :note REMOVE leaseUntil",
            ConditionExpression="attribute_exists(PK)",
            ExpressionAttributeNames={"#state": "state", "#note": "note"},
            ExpressionAttributeValues=to_attributes({":state": str(state), ":note": note}),
        )

    def _open(self, event_id: str, user_id: str, state: DeliveryState, now: datetime) -> None:
        try:
            self._client.put_item(
                TableName=self._table_name,
                Item=to_attributes(_delivery_item(event_id, user_id, state, now)),
                ConditionExpression="attribute_not_exists(PK) OR (#state = :in_progress AND leaseUntil < :now)",
                ExpressionAttributeNames={"#state": "state"},
                ExpressionAttributeValues=to_attributes(
                    {":in_progress": str(DeliveryState.IN_PROGRESS), ":now": int(now.timestamp())}
                ),
                ReturnValuesOnConditionCheckFailure="ALL_OLD",
            )
        except ClientError as error:
            raise _refusal(error) from error


def _delivery_item(event_id: str, user_id: str, state: DeliveryState, now: datetime) -> Item:
    is_leased = state is DeliveryState.IN_PROGRESS
    return {
        **table.delivery_key(event_id, user_id),
        "state": str(state),
        "at": table.timestamp(now),
        "leaseUntil": int((now + LEASE).timestamp()) if is_leased else None,
        "expiresAt": int((now + KEPT).timestamp()),
    }


def _refusal(error: ClientError) -> Exception:
    if error.response["Error"]["Code"] != "ConditionalCheckFailedException":
        return error
    item = from_attributes(error.response["Item"])  # type: ignore[typeddict-item]
    return DeliveryInProgress() if item["state"] == DeliveryState.IN_PROGRESS else AlreadyDelivered()
