"""Every function may do what it does and nothing else: its policy against what its code was seen to ask of AWS."""

from collections.abc import Callable
from functools import cache

import pytest

from tests.infra.terraform import worker_scenes
from tests.infra.terraform.api_scene import use_api
from tests.infra.terraform.recorder import Permission, recording
from tests.infra.terraform.stage import Stage, stage
from tests.infra.terraform.state import Environment
from tests.infra.terraform.test_functions import READ, as_list, functions

SCENES: dict[str, Callable[[Stage], None]] = {
    "app.main": use_api,
    "workers.publish_events": worker_scenes.publish_events,
    "workers.purge_deleted": worker_scenes.purge_deleted,
    "workers.send_emails": worker_scenes.send_emails,
    "workers.send_digests": worker_scenes.send_digests,
    "workers.mark_addresses": worker_scenes.mark_addresses,
    "workers.fill_inbox": worker_scenes.fill_inbox,
    "workers.send_webhooks": worker_scenes.send_webhooks,
    "workers.remind": worker_scenes.remind,
    "workers.sign_up": worker_scenes.sign_up,
}
# What Lambda does in a function's name: its log and its trace,
ALWAYS = {
    "logs:CreateLogStream",
    "logs:PutLogEvents",
    "xray:PutTraceSegments",
    "xray:PutTelemetryRecords",
}
# taking messages from its queue,
FROM_A_QUEUE = {"sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"}
# reading its stream, and keeping a batch that is given up in the failure bucket.
FROM_THE_STREAM = {
    "dynamodb:DescribeStream",
    "dynamodb:GetRecords",
    "dynamodb:GetShardIterator",
    "dynamodb:ListStreams",
    "s3:PutObject",
    "s3:ListBucket",
}


@cache
def needed_by(module: str) -> frozenset[Permission]:
    """As the code asks, seen once for all environments."""
    with stage() as made, recording() as recorder:
        SCENES[module](made)
    return frozenset(recorder.needed)


def needed_by_lambda(environment: Environment, place: str) -> set[Permission]:
    mappings = environment.of_type("aws_lambda_event_source_mapping", place)
    fed_by_queue = any("queue" in mapping.address for mapping in mappings)
    fed_by_stream = any("stream" in mapping.address for mapping in mappings)
    actions = ALWAYS | (FROM_A_QUEUE if fed_by_queue else set()) | (FROM_THE_STREAM if fed_by_stream else set())
    return {(action, "") for action in actions}


def allowed(environment: Environment, place: str) -> set[Permission]:
    policies = [environment.one("aws_iam_role_policy", f"{place}aws_iam_role_policy.{of}") for of in ("start", "work")]
    return {
        (action, resource.partition("/index/")[2])
        for policy in policies
        for statement in policy.document("policy")["Statement"]
        for action in as_list(statement["Action"])
        for resource in as_list(statement["Resource"])
    }


def test_every_function_has_its_scene() -> None:
    assert set(SCENES) == set(READ)


@pytest.mark.parametrize("module", SCENES)
def test_a_function_may_do_what_it_does_and_nothing_else(module: str, environment: Environment) -> None:
    place = functions(environment)[module].address.removesuffix("aws_lambda_function.this")
    needed = needed_by(module) | needed_by_lambda(environment, place)
    may = allowed(environment, place)
    assert needed - may == set(), "it does what its policy does not allow"
    assert may - needed == set(), "its policy allows what it never does"
