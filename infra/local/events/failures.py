"""Batches given up, one file each, in the shape in which Lambda writes them to an S3 failure destination."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from infra.local.events.checkpoints import replace_file
from infra.local.events.delivery import RETRIES
from infra.local.events.lambda_events import Record, stream_event


def write_failure(
    folder: Path, records: Sequence[Record], *, function_name: str, stream_arn: str, shard_id: str
) -> Path:
    """The payload is the whole event, so a replay needs nothing else."""
    first, last = (records[end]["dynamodb"]["SequenceNumber"] for end in (0, -1))
    failure = {
        "requestContext": {
            "functionArn": f"arn:aws:lambda:local:000000000000:function:{function_name}",
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
            "streamArn": stream_arn,
        },
        "payload": json.dumps(stream_event(records, stream_arn)),
    }
    file = folder / f"{function_name}-{first}.json"
    replace_file(file, json.dumps(failure, indent=2))
    return file
