"""What Lambda hands to a worker, and the worker's word on what is to come again."""

from collections.abc import Iterable
from typing import Any

type Record = dict[str, Any]
type Answer = dict[str, Any]


def to_come_again(identifiers: Iterable[str]) -> Answer:
    """Lambda's partial batch response: ids of messages, or the sequence number at which the stream resumes."""
    return {"batchItemFailures": [{"itemIdentifier": identifier} for identifier in identifiers]}
