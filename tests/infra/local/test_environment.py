"""The programs' environment: pointed at this machine, whatever account the machine is set up for."""

from pathlib import Path

from app.settings import ApiSettings, ReplaySettings, SendEmailsSettings, SendWebhooksSettings
from infra.local.addresses import addresses_from
from infra.local.environment import (
    api_environment,
    sdk_environment,
    sign_up_environment,
    signing_key,
    worker_environment,
)
from infra.local.notifications import Notifications
from infra.local.resources import Resources
from infra.local.user_pool import UserPool

RESOURCES = Resources(
    user_pool=UserPool("eu-central-1_pool", "client"),
    notifications=Notifications(
        topic_arn="arn:topic",
        mail_topic_arn="arn:mail-topic",
        digest_queue_url="http://queue/digests",
        webhook_queue_url="http://queue/webhooks",
        parking_queue_url="http://queue/parking",
    ),
)


def test_a_real_account_of_this_machine_is_never_reached() -> None:
    inherited = {"AWS_PROFILE": "production", "AWS_SESSION_TOKEN": "secret", "PATH": "/bin"}

    environment = sdk_environment(addresses_from({}), inherited)

    assert environment["PATH"] == "/bin"
    assert not {"AWS_PROFILE", "AWS_SESSION_TOKEN"} & environment.keys()
    assert environment["AWS_CONFIG_FILE"] == environment["AWS_SHARED_CREDENTIALS_FILE"] == "/dev/null"
    assert environment["AWS_ENDPOINT_URL"] == "http://127.0.0.1:4566"


def test_proxies_are_not_asked_for_this_machine() -> None:
    environment = sdk_environment(addresses_from({}), {"HTTP_PROXY": "http://proxy"})

    assert "127.0.0.1" in environment["NO_PROXY"]


def test_dynamodb_local_serves_table_and_stream_to_all() -> None:
    addresses = addresses_from({"STORE": "dynamodb-local", "BATON_DYNAMODB_PORT": "8123"})

    environment = sdk_environment(addresses, {})

    names = ("AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL_DYNAMODB_STREAMS")
    assert {environment[name] for name in names} == {"http://127.0.0.1:8123"}
    assert sign_up_environment(addresses)["AWS_ENDPOINT_URL_DYNAMODB"] == "http://127.0.0.1:8123"


def test_the_api_reads_keys_from_the_emulator_and_links_lead_to_the_page(tmp_path: Path) -> None:
    addresses = addresses_from({"BATON_DATA": str(tmp_path), "BATON_PORT": "8765"})

    api = api_environment(addresses, RESOURCES)

    assert api["JWKS_URL"] == "http://127.0.0.1:4566/eu-central-1_pool/.well-known/jwks.json"
    assert api["PAGE_ORIGIN"] == worker_environment(addresses, RESOURCES)["PAGE_ORIGIN"] == "http://127.0.0.1:8765"


def test_every_lambda_finds_all_that_its_settings_ask_for(tmp_path: Path) -> None:
    addresses = addresses_from({"BATON_DATA": str(tmp_path)})
    sdk = sdk_environment(addresses, {})
    workers = sdk | worker_environment(addresses, RESOURCES)

    api = ApiSettings.read(sdk | api_environment(addresses, RESOURCES))
    mail = SendEmailsSettings.read(workers)
    replays = ReplaySettings.read(workers)
    webhooks = SendWebhooksSettings.read(workers)

    assert api.signing_key == mail.mail.signing_key
    assert api.webhook_queue_url == webhooks.queue_url
    assert api.webhook_private_addresses is webhooks.private_addresses is True
    assert mail.mail.api_url == api.page_origin
    assert replays.failures_bucket == "baton-failures"


def test_the_teams_time_zone_is_what_the_person_who_starts_it_says(tmp_path: Path) -> None:
    addresses = addresses_from({"BATON_DATA": str(tmp_path)})
    sdk = sdk_environment(addresses, {"TEAM_TIME_ZONE": "Asia/Tokyo"})

    for mine in (api_environment(addresses, RESOURCES), worker_environment(addresses, RESOURCES)):
        assert (sdk | mine)["TEAM_TIME_ZONE"] == "Asia/Tokyo"


def test_the_signing_key_is_long_enough_and_outlives_a_restart(tmp_path: Path) -> None:
    key = signing_key(tmp_path / "new" / "key")

    assert len(key) >= 32
    assert signing_key(tmp_path / "new" / "key") == key
