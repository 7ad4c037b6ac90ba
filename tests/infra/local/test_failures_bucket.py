"""The bucket is made once and kept."""

import boto3
from moto import mock_aws

from infra.local.failures_bucket import FAILURES_BUCKET, create_failures_bucket


def test_a_second_start_keeps_what_is_in_it() -> None:
    with mock_aws():
        s3 = boto3.client("s3", region_name="eu-central-1")
        create_failures_bucket(s3, "eu-central-1")
        s3.put_object(Bucket=FAILURES_BUCKET, Key="kept", Body=b"")

        create_failures_bucket(s3, "eu-central-1")

        assert [found["Key"] for found in s3.list_objects_v2(Bucket=FAILURES_BUCKET)["Contents"]] == ["kept"]
