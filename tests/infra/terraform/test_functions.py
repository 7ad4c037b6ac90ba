"""Every function: the right one, with all that it reads, and no more than it may."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from app.repositories.deliveries import LEASE
from app.settings import (
    ApiSettings,
    MailSettings,
    PublishEventsSettings,
    RemindSettings,
    SendEmailsSettings,
    SendWebhooksSettings,
    SignUpSettings,
    TableSettings,
)
from infra.entry import FUNCTION_MODULE, KEY
from infra.package import ARCHITECTURE, RUNTIME_PYTHON
from infra.terraform_command import ENVIRONMENTS
from tests.infra.terraform.state import Environment, Resource, code_of

CHECKOUT = Path(__file__).parents[3]
WORKERS = CHECKOUT / "workers"
READ: dict[str, Callable[[Mapping[str, str]], object]] = {
    "app.main": ApiSettings.read,
    "workers.publish_events": PublishEventsSettings.read,
    "workers.purge_deleted": TableSettings.read,
    "workers.send_emails": SendEmailsSettings.read,
    "workers.send_digests": MailSettings.read,
    "workers.mark_addresses": TableSettings.read,
    "workers.fill_inbox": TableSettings.read,
    "workers.send_webhooks": SendWebhooksSettings.read,
    "workers.remind": RemindSettings.read,
    "workers.sign_up": SignUpSettings.read,
}
# X-Ray knows no resources.
WITHOUT_RESOURCES = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"]


def functions(environment: Environment) -> dict[str, Resource]:
    """By their module."""
    return {module_of(function): function for function in environment.of_type("aws_lambda_function")}


def module_of(function: Resource) -> str:
    variables = variables_of(function)
    return variables.get(FUNCTION_MODULE) or str(function["handler"]).removesuffix(".handler")


def variables_of(function: Resource) -> dict[str, str]:
    variables: dict[str, str] = function["environment"][0]["variables"]
    return variables


def test_every_worker_is_a_function_of_its_name_and_the_api_is_one(environment: Environment) -> None:
    workers = {path.stem for path in WORKERS.glob("*.py") if "def handler(" in path.read_text()}
    expected = {"app.main": "api"} | {f"workers.{name}": name.replace("_", "-") for name in workers}
    assert set(READ) == set(expected)
    found = {module: function["function_name"] for module, function in functions(environment).items()}
    assert found == {module: f"{environment.prefix}-{name}" for module, name in expected.items()}


def test_every_function_has_a_role_of_its_own(environment: Environment) -> None:
    for function in environment.of_type("aws_lambda_function"):
        place = function.address.removesuffix("aws_lambda_function.this")
        role = environment.one("aws_iam_role", f"{place}aws_iam_role.this")
        assert role["name"] == function["function_name"]
        assert role.document("assume_role_policy")["Statement"][0]["Principal"] == {"Service": "lambda.amazonaws.com"}


def test_a_function_is_made_when_it_may_do_what_its_start_takes(function_waits: set[tuple[str, str]]) -> None:
    """With snapshots a version starts while it is made: it fetches the signing key."""
    assert ("aws_lambda_function.this", "aws_iam_role_policy.start") in function_waits


def test_no_function_may_more_than_is_named(environment: Environment) -> None:
    for policy in environment.of_type("aws_iam_role_policy"):
        for statement in policy.document("policy")["Statement"]:
            actions, resources = as_list(statement["Action"]), as_list(statement["Resource"])
            assert not [action for action in actions if "*" in action or action == "dynamodb:Scan"], policy.address
            assert "*" not in resources or actions == WITHOUT_RESOURCES, policy.address


def test_only_the_mail_workers_send_mail_and_only_in_the_senders_name(environment: Environment) -> None:
    senders = set()
    for policy in environment.of_type("aws_iam_role_policy"):
        for statement in policy.document("policy")["Statement"]:
            if "ses:SendEmail" in statement["Action"]:
                senders.add(policy.address.split(".")[1])
                assert statement["Condition"] == {"StringEquals": {"ses:FromAddress": "baton@example.com"}}
    assert senders == {"send_emails", "send_digests"}


@pytest.mark.parametrize("module", READ)
def test_a_function_finds_all_that_it_reads_in_its_environment(environment: Environment, module: str) -> None:
    variables = variables_of(functions(environment)[module])
    fetched = {KEY: "x" * 64} if FUNCTION_MODULE in variables else {}
    READ[module]({"AWS_REGION": "eu-central-1", **variables, **fetched})


def test_no_function_holds_a_secret_or_reaches_private_addresses(environment: Environment) -> None:
    for function in environment.of_type("aws_lambda_function"):
        assert {KEY, "WEBHOOK_PRIVATE_ADDRESSES", "JWKS_URL"}.isdisjoint(variables_of(function))


def test_every_function_is_logged_traced_encrypted_and_behind_an_alias(environment: Environment) -> None:
    for function in environment.of_type("aws_lambda_function"):
        place = function.address.removesuffix("aws_lambda_function.this")
        assert function["tracing_config"] == [{"mode": "Active"}]
        assert function["logging_config"][0]["log_format"] == "JSON"
        assert function["kms_key_arn"]
        assert environment.one("aws_lambda_alias", place)["name"] == "live"


def test_every_function_runs_on_what_the_zips_are_made_for(environment: Environment) -> None:
    for function in environment.of_type("aws_lambda_function"):
        assert function["architectures"] == [ARCHITECTURE]
        assert function["runtime"] == f"python{RUNTIME_PYTHON}"


def test_every_log_ends_some_day_and_is_encrypted(environment: Environment) -> None:
    for group in environment.of_type("aws_cloudwatch_log_group"):
        assert group["retention_in_days"] in (30, 365)
        assert group["kms_key_id"]


def test_every_right_to_call_a_function_names_who_calls(environment: Environment) -> None:
    permissions = environment.of_type("aws_lambda_permission")
    assert {permission["principal"] for permission in permissions} == {
        "apigateway.amazonaws.com",
        "cognito-idp.amazonaws.com",
    }
    assert all(permission["source_arn"] and permission["qualifier"] == "live" for permission in permissions)


def test_a_mail_worker_ends_before_its_lease_is_half_over(environment: Environment) -> None:
    for module in ("workers.send_emails", "workers.send_digests"):
        assert functions(environment)[module]["timeout"] * 2 <= LEASE.total_seconds()


def test_the_api_answers_before_the_gateway_gives_up(environment: Environment) -> None:
    assert functions(environment)["app.main"]["timeout"] == 15


def test_production_reserves_what_each_function_may_use_and_starts_from_snapshots(environment: Environment) -> None:
    reserved = {function["reserved_concurrent_executions"] for function in environment.of_type("aws_lambda_function")}
    assert (-1 in reserved) == (environment.name == "dev")
    snap_start = functions(environment)["app.main"]["snap_start"]
    assert bool(snap_start) == (environment.name == "prod")


def test_whoever_restores_the_table_is_told_to_stop_every_function_that_writes() -> None:
    """All but the one that only reads the stream."""
    (told,) = re.findall(r"for each in (.+); do", (CHECKOUT / "README.md").read_text())
    workers = {module.removeprefix("workers.").replace("_", "-") for module in READ} - {"app.main"}
    assert set(told.split()) == workers - {"publish-events"} | {"api"}


def test_both_environments_are_the_same_code() -> None:
    assert [path.name for path in code_of("prod")] == [path.name for path in code_of("dev")]
    assert [path.resolve() for path in code_of("prod")] == code_of("dev")
    assert (ENVIRONMENTS / "prod" / "tests").resolve() == ENVIRONMENTS / "dev" / "tests"


def as_list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def test_no_resource_holds_a_key(environment: Environment) -> None:
    assert '"SIGNING_KEY"' not in json.dumps([each.values for each in environment.resources])
