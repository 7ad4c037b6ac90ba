"""Batches given up, one object each, in the shape in which Lambda writes them to an S3 failure destination."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from infra.local.events.delivery import RETRIES
from infra.local.events.lambda_events import Record, stream_event

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client


@dataclass(frozen=True)
class FailureDestination:
    s3: "S3Client"
    bucket: str
    function_name: str
    stream_arn: str

    def keep(self, records: Sequence[Record], *, shard_id: str) -> str:
        """Where they are kept. The payload is the whole event, so a replay needs nothing else.

        Kept twice they are kept once: the same batch has the same name.
        """
        first, last = (records[end]["dynamodb"]["SequenceNumber"] for end in (0, -1))
        failure = {
            "requestContext": {
                "functionArn": f"arn:aws:lambda:local:000000000000:function:{self.function_name}",
                "condition": "RetryAttemptsExhausted",
                "approximateInvokeCount": RETRIES + 1,
            },
            "version": "1.0",
            "timestamp": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "DDBStreamBatchInfo": {
                "shardId": shard_id,
                "startSequenceNumber": first,
                "endSequenceNumber": last,
                "batchSize": len(records),
                "streamArn": self.stream_arn,
            },
            "payload": json.dumps(stream_event(records, self.stream_arn)),
        }
        key = f"aws/lambda/{self.function_name}/{shard_id}/{first}"
        self.s3.put_object(Bucket=self.bucket, Key=key, Body=json.dumps(failure, indent=2).encode())
        return key
