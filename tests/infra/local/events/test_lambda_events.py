"""The shapes that Lambda hands over: JSON through and through, with the fields that the documentation lists."""

import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from infra.local.events.lambda_events import LambdaContext, queue_event, schedule_event, stream_event
from tests.infra.local.events.records import record


def test_what_json_cannot_hold_is_refused() -> None:
    with pytest.raises(TypeError, match="set has no place"):
        stream_event([record(1) | {"odd": {1}}], "arn:stream")


def test_a_stream_record_is_as_lambda_has_it() -> None:
    written = record(7)
    written["dynamodb"]["NewImage"] = {"picture": {"B": b"ab"}}

    event = stream_event([written], "arn:stream")

    assert json.loads(json.dumps(event)) == event
    handed = event["Records"][0]
    assert handed["eventSourceARN"] == "arn:stream"
    assert handed["awsRegion"] == "eu-central-1"
    assert handed["dynamodb"]["ApproximateCreationDateTime"] == datetime(2030, 1, 2, tzinfo=UTC).timestamp()
    assert handed["dynamodb"]["NewImage"] == {"picture": {"B": "YWI="}}
    assert handed["dynamodb"]["StreamViewType"] == "NEW_AND_OLD_IMAGES"


def test_a_queue_record_is_as_lambda_has_it() -> None:
    message = {
        "MessageId": "m1",
        "ReceiptHandle": "r1",
        "Body": "text",
        "MD5OfBody": "hash",
        "Attributes": {"ApproximateReceiveCount": "2", "SentTimestamp": "1"},
        "MessageAttributes": {
            "type": {"DataType": "String", "StringValue": "TASK_ASSIGNED"},
            "seal": {"DataType": "Binary", "BinaryValue": b"ab"},
        },
    }

    event = queue_event([message], queue_arn="arn:queue", region="eu-central-1")

    assert event["Records"] == [
        {
            "messageId": "m1",
            "receiptHandle": "r1",
            "body": "text",
            "attributes": {"ApproximateReceiveCount": "2", "SentTimestamp": "1"},
            "messageAttributes": {
                "type": {
                    "stringListValues": [],
                    "binaryListValues": [],
                    "dataType": "String",
                    "stringValue": "TASK_ASSIGNED",
                },
                "seal": {
                    "stringListValues": [],
                    "binaryListValues": [],
                    "dataType": "Binary",
                    "binaryValue": "YWI=",
                },
            },
            "md5OfBody": "hash",
            "eventSource": "aws:sqs",
            "eventSourceARN": "arn:queue",
            "awsRegion": "eu-central-1",
        }
    ]


def test_every_call_has_a_request_id_of_its_own() -> None:
    first, second = LambdaContext("publish_events"), LambdaContext("publish_events")

    assert first.aws_request_id != second.aws_request_id
    assert first.invoked_function_arn.endswith(":function:publish_events")
    assert first.get_remaining_time_in_millis() > 0


def test_a_schedules_event_names_its_hour_in_utc() -> None:
    hour = datetime(2026, 11, 23, 17, tzinfo=ZoneInfo("Europe/Berlin"))

    event = schedule_event(hour, region="eu-central-1", function_name="remind")

    assert event["time"] == "2026-11-23T16:00:00Z"
    assert (event["detail-type"], event["source"]) == ("Scheduled Event", "aws.events")
    assert json.loads(json.dumps(event)) == event
