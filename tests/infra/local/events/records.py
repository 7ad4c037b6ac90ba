"""Stream records for the tests, as the SDK gives them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from infra.local.events.lambda_events import Record


def record(number: int, *, sort_key: str = "EVENT#1", name: str = "INSERT") -> Record:
    keys = {"PK": {"S": f"TASK#{number}"}, "SK": {"S": sort_key}}
    return {
        "eventID": f"id-{number}",
        "eventName": name,
        "eventVersion": "1.1",
        "eventSource": "aws:dynamodb",
        "awsRegion": "eu-central-1",
        "dynamodb": {
            "ApproximateCreationDateTime": datetime(2030, 1, 2, tzinfo=UTC),
            "Keys": keys,
            "NewImage": keys,
            "SequenceNumber": sequence_number(number),
            "SizeBytes": 10,
            "StreamViewType": "NEW_AND_OLD_IMAGES",
        },
    }


def sequence_number(number: int) -> str:
    return f"{number:021d}"


def numbers_of(records: Sequence[Any]) -> list[int]:
    return [int(one["dynamodb"]["SequenceNumber"]) for one in records]


def failing_at(number: int) -> dict[str, Any]:
    return {"batchItemFailures": [{"itemIdentifier": sequence_number(number)}]}
