"""Table, topics, queues and sources: as the local stack has them, and nothing without a place for failures."""

from typing import Any

import pytest

from app.domain import webhooks
from infra.local import notifications
from infra.local.events.filters import NEW_EVENTS, REMOVED_TASKS
from infra.local.table import table_definition
from tests.infra.terraform.state import Environment, Resource

# Which worker reads which queue.
READERS = {
    "send-emails": "send_emails",
    "send-digests": "send_digests",
    "fill-inbox": "fill_inbox",
    "send-webhooks": "send_webhooks",
    "mail-events": "mark_addresses",
}
SHARDS = 4  # of a busy table's stream, commonly


def by_queue(environment: Environment, kind: str, group: str) -> dict[str, Resource]:
    """By the key that for_each gave them."""
    found = environment.of_type(kind, f"module.notifications.{kind}.{group}[")
    return {resource.address.split('"')[1]: resource for resource in found}


def test_the_table_is_the_local_one(environment: Environment) -> None:
    table, local = environment.one("aws_dynamodb_table"), table_definition("baton")
    assert (table["hash_key"], table["range_key"]) == ("PK", "SK")
    assert attributes_of(table) == {each["AttributeName"]: each["AttributeType"] for each in attribute_list(local)}
    assert table["stream_view_type"] == local["StreamSpecification"]["StreamViewType"]
    assert table["ttl"][0]["attribute_name"] == "expiresAt"
    assert {index_of(index) for index in table["global_secondary_index"]} == {
        local_index_of(index) for index in local["GlobalSecondaryIndexes"]
    }


def test_the_table_can_be_restored_and_is_encrypted(environment: Environment) -> None:
    table = environment.one("aws_dynamodb_table")
    assert table["point_in_time_recovery"][0]["enabled"]
    assert table["server_side_encryption"][0]["kms_key_arn"]
    assert table["deletion_protection_enabled"] == (environment.name == "prod")


@pytest.mark.parametrize(("function", "pattern"), [("publish_events", NEW_EVENTS), ("purge_deleted", REMOVED_TASKS)])
def test_the_stream_wakes_a_function_for_what_it_does_locally(
    environment: Environment, function: str, pattern: dict[str, Any]
) -> None:
    mapping = environment.one("aws_lambda_event_source_mapping", f"module.{function}.")
    (only,) = mapping["filter_criteria"][0]["filter"]
    assert Resource("", "", only).document("pattern") == pattern


def test_every_source_has_a_place_for_what_fails(environment: Environment) -> None:
    mappings = environment.of_type("aws_lambda_event_source_mapping")
    assert len(mappings) == len(READERS) + 2
    for mapping in mappings:
        assert mapping["function_response_types"] == ["ReportBatchItemFailures"]
        if mapping.address.endswith("stream[0]"):
            assert mapping["destination_config"][0]["on_failure"][0]["destination_arn"].startswith("arn:aws:s3:::")
    assert environment.one("aws_scheduler_schedule")["target"][0]["dead_letter_config"][0]["arn"]


def test_the_queues_are_the_local_ones(environment: Environment) -> None:
    local = {
        notifications.EMAIL_QUEUE_NAME,
        notifications.DIGEST_QUEUE_NAME,
        notifications.INBOX_QUEUE_NAME,
        notifications.WEBHOOK_QUEUE_NAME,
        notifications.MAIL_EVENTS_QUEUE_NAME,
    }
    expected = {f"{environment.prefix}-{name.removeprefix('baton-')}" for name in local}
    assert {queue["name"] for queue in by_queue(environment, "aws_sqs_queue", "worker").values()} == expected


def test_every_queue_has_a_dead_letter_queue_and_waits_for_its_function(environment: Environment) -> None:
    queues = by_queue(environment, "aws_sqs_queue", "worker")
    assert set(queues) == set(READERS) == set(by_queue(environment, "aws_sqs_queue", "dead_letters"))
    for name, queue in queues.items():
        function = environment.one("aws_lambda_function", f"module.{READERS[name]}.")
        assert queue["visibility_timeout_seconds"] == 6 * function["timeout"]
        assert queue.document("redrive_policy")["deadLetterTargetArn"]


def test_a_queue_asks_for_no_more_than_its_function_may_run(environment: Environment) -> None:
    for worker in READERS.values():
        reserved = environment.one("aws_lambda_function", f"module.{worker}.")["reserved_concurrent_executions"]
        mapping = environment.one("aws_lambda_event_source_mapping", f"module.{worker}.")
        assert reserved == -1 or mapping["scaling_config"][0]["maximum_concurrency"] <= reserved


def test_a_stream_asks_for_no_more_than_its_function_may_run(environment: Environment) -> None:
    for function, batches in {"publish_events": 2, "purge_deleted": 1}.items():
        reserved = environment.one("aws_lambda_function", f"module.{function}.")["reserved_concurrent_executions"]
        mapping = environment.one("aws_lambda_event_source_mapping", f"module.{function}.")
        assert mapping["parallelization_factor"] == batches
        assert reserved in (-1, SHARDS * batches)


def test_what_the_table_and_each_index_hold_back_raises_an_alarm(environment: Environment) -> None:
    indexes = {index["name"] for index in environment.one("aws_dynamodb_table")["global_secondary_index"]}
    alarms = environment.of_type("aws_cloudwatch_metric_alarm", "module.watch.aws_cloudwatch_metric_alarm.throttled[")
    names = {alarm["alarm_name"] for alarm in alarms}
    assert names == {f"{environment.prefix}-{place}-throttles" for place in indexes | {"table"}}


def test_a_message_is_brought_as_often_as_locally(environment: Environment) -> None:
    for name, queue in by_queue(environment, "aws_sqs_queue", "worker").items():
        count = notifications.WEBHOOK_RECEIVE_COUNT if name == "send-webhooks" else 5
        assert queue.document("redrive_policy")["maxReceiveCount"] == count
    assert notifications.WEBHOOK_RECEIVE_COUNT > webhooks.ATTEMPTS


def test_a_queue_gets_the_events_that_it_gets_locally(environment: Environment) -> None:
    subscriptions = by_queue(environment, "aws_sns_topic_subscription", "worker")
    told = {str(each) for each in notifications.TOLD_TYPES}
    assert set(subscriptions) == {"send-emails", "fill-inbox", "send-webhooks", "mail-events"}
    for name in ("send-emails", "fill-inbox"):
        assert set(subscriptions[name].document("filter_policy")["type"]) == told
    # Locally every type is listed; here, where a new type must not be forgotten, nothing is filtered.
    for name in ("send-webhooks", "mail-events"):
        assert not subscriptions[name]["filter_policy"]


def test_every_subscription_keeps_what_it_cannot_deliver(environment: Environment) -> None:
    for subscription in by_queue(environment, "aws_sns_topic_subscription", "worker").values():
        assert subscription["raw_message_delivery"]
        assert subscription.document("redrive_policy")["deadLetterTargetArn"]


def test_everything_that_was_set_aside_raises_an_alarm(environment: Environment) -> None:
    alarms = environment.of_type("aws_cloudwatch_metric_alarm")
    watched = {alarm["dimensions"].get("QueueName") for alarm in alarms if alarm["namespace"] == "AWS/SQS"}
    sources = {queue["name"] for queue in by_queue(environment, "aws_sqs_queue", "worker").values()}
    assert watched == {queue["name"] for queue in environment.of_type("aws_sqs_queue")} - sources


def test_everything_that_rests_is_encrypted(environment: Environment) -> None:
    assert all(queue["kms_master_key_id"] for queue in environment.of_type("aws_sqs_queue"))
    assert all(topic["kms_master_key_id"] for topic in environment.of_type("aws_sns_topic"))


def attribute_list(local: dict[str, Any]) -> list[dict[str, str]]:
    attributes: list[dict[str, str]] = local["AttributeDefinitions"]
    return attributes


def attributes_of(table: Resource) -> dict[str, str]:
    return {attribute["name"]: attribute["type"] for attribute in table["attribute"]}


def index_of(index: dict[str, Any]) -> tuple[object, ...]:
    attributes = frozenset(index["non_key_attributes"] or ())
    return index["name"], index["hash_key"], index["range_key"], index["projection_type"], attributes


def local_index_of(index: dict[str, Any]) -> tuple[object, ...]:
    keys = [key["AttributeName"] for key in index["KeySchema"]]
    projection = index["Projection"]
    attributes = frozenset(projection.get("NonKeyAttributes", ()))
    return index["IndexName"], *keys, projection["ProjectionType"], attributes
