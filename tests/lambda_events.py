"""What AWS hands to the workers' Lambdas: stream records, queue messages and Cognito's triggers."""

import json
from typing import Any

from app.domain.events import Event
from app.repositories.attributes import to_attributes
from app.repositories.event_items import event_item, event_message

REGION = "eu-central-1"
STREAM_ARN = f"arn:aws:dynamodb:{REGION}:123456789012:table/baton/stream/2026-03-02T09:30:00.000"
QUEUE_ARN = f"arn:aws:sqs:{REGION}:123456789012:emails"


def stream_record(event: Event, sequence_number: int) -> dict[str, Any]:
    return stream_record_of(to_attributes(event_item(event)), sequence_number)


def stream_record_of(image: Any, sequence_number: int) -> dict[str, Any]:
    """Of an item as DynamoDB has it, well formed or not."""
    keys = {"PK": {"S": "TASK#1"}, "SK": {"S": f"EVENT#{sequence_number}"}}
    return {
        "eventID": f"record-{sequence_number}",
        "eventName": "INSERT",
        "eventVersion": "1.1",
        "eventSource": "aws:dynamodb",
        "awsRegion": REGION,
        "dynamodb": {
            "ApproximateCreationDateTime": 1772443800.0,
            "Keys": keys,
            "NewImage": image,
            "SequenceNumber": str(sequence_number),
            "SizeBytes": 512,
            "StreamViewType": "NEW_AND_OLD_IMAGES",
        },
        "eventSourceARN": STREAM_ARN,
    }


def removal_record(task_id: str, sequence_number: int = 1) -> dict[str, Any]:
    """Of a task that DynamoDB removed because its time in the trash was over."""
    record = stream_record_of(None, sequence_number)
    record["eventName"] = "REMOVE"
    record["userIdentity"] = {"type": "Service", "principalId": "dynamodb.amazonaws.com"}
    record["dynamodb"]["Keys"] = {"PK": {"S": f"TASK#{task_id}"}, "SK": {"S": "METADATA"}}
    record["dynamodb"]["OldImage"] = record["dynamodb"].pop("NewImage")
    return record


def queue_record(event: Event, message_id: str = "message-1") -> dict[str, Any]:
    return queue_record_of(json.dumps(event_message(event)), message_id, str(event.type))


def queue_record_of(body: str, message_id: str = "message-1", event_type: str = "TASK_ASSIGNED") -> dict[str, Any]:
    """Of a body as SNS delivers it raw, well formed or not."""
    return {
        "messageId": message_id,
        "receiptHandle": f"receipt of {message_id}",
        "body": body,
        "attributes": {
            "ApproximateReceiveCount": "1",
            "SentTimestamp": "1772443800000",
            "SenderId": "AIDAEXAMPLE",
            "ApproximateFirstReceiveTimestamp": "1772443800001",
        },
        "messageAttributes": {
            "type": {
                "stringValue": event_type,
                "stringListValues": [],
                "binaryListValues": [],
                "dataType": "String",
            }
        },
        "md5OfBody": "00000000000000000000000000000000",
        "eventSource": "aws:sqs",
        "eventSourceARN": QUEUE_ARN,
        "awsRegion": REGION,
    }


def ses_event(
    event_type: str, *addresses: str, tags: dict[str, list[str]] | None = None, **about: Any
) -> dict[str, Any]:
    """As a configuration set publishes it; `about` stands in the object that goes with the type."""
    names = {"Bounce": "bouncedRecipients", "Complaint": "complainedRecipients"}
    recipients = [{"emailAddress": address} for address in addresses]
    return {
        "eventType": event_type,
        event_type.lower(): {names.get(event_type, "recipients"): recipients, "timestamp": "2026-03-02T09:31:00.000Z"}
        | about,
        "mail": {
            "timestamp": "2026-03-02T09:30:00.000Z",
            "source": "Baton <baton@example.com>",
            "sendingAccountId": "123456789012",
            "messageId": "ses-1",
            "destination": list(addresses),
            "headersTruncated": False,
            "headers": [{"name": "From", "value": "Baton <baton@example.com>"}],
            "commonHeaders": {"from": ["Baton <baton@example.com>"], "subject": "A subject"},
            "tags": {"ses:configuration-set": ["baton"], **(tags or {})},
        },
    }


def failure_record(*records: Any, function: str = "publish_events") -> dict[str, Any]:
    """As Lambda writes a batch of a stream that it gives up to a bucket."""
    return {
        "requestContext": {
            "requestId": "316aa6d0-8154-xmpl-9af7-85d5f4a6bc81",
            "functionArn": f"arn:aws:lambda:{REGION}:123456789012:function:{function}",
            "condition": "RetryAttemptsExhausted",
            "approximateInvokeCount": 6,
        },
        "responseContext": {"statusCode": 200, "executedVersion": "$LATEST", "functionError": "Unhandled"},
        "version": "1.0",
        "timestamp": "2026-03-02T09:31:00.000Z",
        "DDBStreamBatchInfo": {"shardId": "shardId-1", "batchSize": len(records), "streamArn": STREAM_ARN},
        "payload": json.dumps({"Records": records}),
    }


def schedule_event(at: str) -> dict[str, Any]:
    """As EventBridge has it; `at` is the hour that it stands for, in UTC."""
    return {
        "version": "0",
        "id": "89d1a02d-5ec7-412e-82f5-13505f849b41",
        "detail-type": "Scheduled Event",
        "source": "aws.events",
        "account": "123456789012",
        "time": at,
        "region": REGION,
        "resources": [f"arn:aws:events:{REGION}:123456789012:rule/remind"],
        "detail": {},
    }


def cognito_trigger(source: str, user_pool_id: str = "eu-central-1_example", **attributes: str) -> dict[str, Any]:
    response: dict[str, Any] = {}
    if source.startswith("PreSignUp"):
        response = {"autoConfirmUser": False, "autoVerifyEmail": False, "autoVerifyPhone": False}
    return {
        "version": "1",
        "triggerSource": source,
        "region": REGION,
        "userPoolId": user_pool_id,
        "userName": attributes.get("sub", "0b0f4a4e-3c0b-4a53-9d6a-0d3a5b0c1d2e"),
        "callerContext": {"awsSdkVersion": "aws-sdk-unknown-unknown", "clientId": "client-of-the-page"},
        "request": {"userAttributes": attributes, "validationData": None, "clientMetadata": None},
        "response": response,
    }
