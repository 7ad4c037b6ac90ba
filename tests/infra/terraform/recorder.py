"""What code asks of AWS, in IAM's words: listens to botocore and notes the permission that each call needs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

from botocore.session import Session

type Permission = tuple[str, str]
"""An action, and the index that it is about; empty where it is about no index."""

# Where IAM calls an action otherwise than the service calls the operation; the others have one name.
ACTIONS = {
    ("sns", "PublishBatch"): "sns:Publish",
    ("sqs", "SendMessageBatch"): "sqs:SendMessage",
    ("sesv2", "SendEmail"): "ses:SendEmail",
}
# A transaction is allowed by the actions in it.
PARTS = {
    "Put": "dynamodb:PutItem",
    "Update": "dynamodb:UpdateItem",
    "Delete": "dynamodb:DeleteItem",
    "ConditionCheck": "dynamodb:ConditionCheckItem",
}


@dataclass
class Recorder:
    needed: set[Permission] = field(default_factory=set)

    def note(self, params: dict[str, Any], model: Any, **_: Any) -> None:
        self.needed |= _permissions(model.service_model.service_name, model.name, params)


@contextmanager
def recording() -> Iterator[Recorder]:
    """Hears every client that is made meanwhile, and none that was made before."""
    recorder, create_client = Recorder(), Session.create_client

    def create_heard(session: Session, *arguments: Any, **options: Any) -> Any:
        client = create_client(session, *arguments, **options)
        client.meta.events.register("before-parameter-build", recorder.note)
        return client

    with patch.object(Session, "create_client", create_heard):
        yield recorder


def _permissions(service: str, operation: str, params: dict[str, Any]) -> set[Permission]:
    if operation == "TransactWriteItems":
        return {(PARTS[part], "") for item in params["TransactItems"] for part in item}
    action = ACTIONS.get((service, operation), f"{service}:{operation}")
    return {(action, params.get("IndexName", ""))}
