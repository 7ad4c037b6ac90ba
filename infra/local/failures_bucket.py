"""The bucket for what the stream's mappings give up."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

FAILURES_BUCKET = "baton-failures"


def create_failures_bucket(s3: "S3Client", region: str) -> None:
    place: Any = {"LocationConstraint": region}
    try:
        s3.create_bucket(Bucket=FAILURES_BUCKET, CreateBucketConfiguration=place)
    except s3.exceptions.BucketAlreadyOwnedByYou:
        return
