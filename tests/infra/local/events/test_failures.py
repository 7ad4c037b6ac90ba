"""What is given up is kept whole, so that it can be replayed."""

import json
from pathlib import Path

from infra.local.events.failures import write_failure
from tests.infra.local.events.records import numbers_of, record, sequence_number


def test_a_failure_file_holds_all_that_a_replay_needs(tmp_path: Path) -> None:
    file = write_failure(
        tmp_path / "failures",
        [record(3), record(4)],
        function_name="publish_events",
        stream_arn="arn:stream",
        shard_id="shard-1",
    )

    failure = json.loads(file.read_text())
    assert failure["requestContext"]["condition"] == "RetryAttemptsExhausted"
    assert failure["DDBStreamBatchInfo"] == {
        "shardId": "shard-1",
        "startSequenceNumber": sequence_number(3),
        "endSequenceNumber": sequence_number(4),
        "batchSize": 2,
        "streamArn": "arn:stream",
    }
    payload = json.loads(failure["payload"])
    assert numbers_of(payload["Records"]) == [3, 4]
    assert payload["Records"][0]["eventSourceARN"] == "arn:stream"
