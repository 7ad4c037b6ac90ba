"""What is given up is kept whole, so that it can be replayed."""

import json
from collections.abc import Iterator

import boto3
import pytest
from moto import mock_aws

from infra.local.events.failures import FailureDestination
from infra.local.failures_bucket import FAILURES_BUCKET, create_failures_bucket
from tests.infra.local.events.records import numbers_of, record, sequence_number
from workers.failures import FailureStore


@pytest.fixture
def destination() -> Iterator[FailureDestination]:
    with mock_aws():
        s3 = boto3.client("s3", region_name="eu-central-1")
        create_failures_bucket(s3, "eu-central-1")
        yield FailureDestination(s3, FAILURES_BUCKET, "publish_events", "arn:stream")


def test_a_batch_is_kept_in_lambdas_own_words(destination: FailureDestination) -> None:
    key = destination.keep([record(3), record(4)], shard_id="shard-1")

    failure = json.loads(destination.s3.get_object(Bucket=FAILURES_BUCKET, Key=key)["Body"].read())
    assert failure["requestContext"]["condition"] == "RetryAttemptsExhausted"
    assert failure["DDBStreamBatchInfo"] == {
        "shardId": "shard-1",
        "startSequenceNumber": sequence_number(3),
        "endSequenceNumber": sequence_number(4),
        "batchSize": 2,
        "streamArn": "arn:stream",
    }


def test_a_replay_finds_all_that_it_needs(destination: FailureDestination) -> None:
    key = destination.keep([record(3), record(4)], shard_id="shard-1")

    failure = FailureStore(destination.s3, FAILURES_BUCKET).get(key)

    assert failure.function_name == "publish_events"
    assert numbers_of(failure.records) == [3, 4]
    assert failure.records[0]["eventSourceARN"] == "arn:stream"


def test_the_same_batch_given_up_twice_is_kept_once(destination: FailureDestination) -> None:
    keys = {destination.keep([record(3)], shard_id="shard-1") for _ in range(2)}

    assert set(FailureStore(destination.s3, FAILURES_BUCKET).keys()) == keys
