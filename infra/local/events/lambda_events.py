"""Stream records, queue messages and hours in the shape in which Lambda hands them to a function."""

import base64
import json
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

Record = dict[str, Any]
LambdaEvent = dict[str, Any]
# A Lambda's answer is whatever JSON it returns; this runner reads batchItemFailures from it.
Handler = Callable[[LambdaEvent, object], Any]


@dataclass(frozen=True)
class LambdaContext:
    """What the runtime tells a function about itself."""

    function_name: str
    aws_request_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    function_version: str = "$LATEST"
    memory_limit_in_mb: int = 256

    @property
    def invoked_function_arn(self) -> str:
        return f"arn:aws:lambda:local:000000000000:function:{self.function_name}"

    @staticmethod
    def get_remaining_time_in_millis() -> int:
        return 30_000


def stream_event(records: Iterable[Mapping[str, Any]], stream_arn: str) -> LambdaEvent:
    return {"Records": [_plain(record) | {"eventSourceARN": stream_arn} for record in records]}


def queue_event(messages: Iterable[Mapping[str, Any]], *, queue_arn: str, region: str) -> LambdaEvent:
    return {"Records": [_queue_record(message, queue_arn, region) for message in messages]}


def schedule_event(now: datetime, *, region: str, function_name: str) -> LambdaEvent:
    """`now` is aware; the event names it in UTC, to the second."""
    return {
        "version": "0",
        "id": str(uuid.uuid4()),
        "detail-type": "Scheduled Event",
        "source": "aws.events",
        "account": "000000000000",
        "time": now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "region": region,
        "resources": [f"arn:aws:events:{region}:000000000000:rule/{function_name}"],
        "detail": {},
    }


def _queue_record(message: Mapping[str, Any], queue_arn: str, region: str) -> Record:
    return {
        "messageId": message["MessageId"],
        "receiptHandle": message["ReceiptHandle"],
        "body": message["Body"],
        "attributes": dict(message.get("Attributes", {})),
        "messageAttributes": {
            name: _message_attribute(value) for name, value in message.get("MessageAttributes", {}).items()
        },
        "md5OfBody": message["MD5OfBody"],
        "eventSource": "aws:sqs",
        "eventSourceARN": queue_arn,
        "awsRegion": region,
    }


def _message_attribute(value: Mapping[str, Any]) -> Record:
    shown = {"stringListValues": [], "binaryListValues": [], "dataType": value["DataType"]}
    if "StringValue" in value:
        shown["stringValue"] = value["StringValue"]
    if "BinaryValue" in value:
        shown["binaryValue"] = _jsonable(value["BinaryValue"])
    return shown


def _plain(record: Mapping[str, Any]) -> Record:
    """As JSON has it: the SDK makes dates and bytes of what a Lambda sees as numbers and base64."""
    plain: Record = json.loads(json.dumps(record, default=_jsonable))
    return plain


def _jsonable(value: object) -> float | str:
    if isinstance(value, datetime):
        return value.timestamp()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    raise TypeError(f"{type(value).__name__} has no place in a Lambda event")
