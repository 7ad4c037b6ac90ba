"""Settings: what is missing or wrong in the environment is told by its name, before anything runs."""

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

import pytest

from app.settings import (
    ApiSettings,
    MailSettings,
    PublishEventsSettings,
    RemindSettings,
    ReplaySettings,
    SendEmailsSettings,
    SendWebhooksSettings,
    SettingsError,
    SignUpSettings,
    TableSettings,
)

API = {
    "AWS_REGION": "eu-central-1",
    "TABLE_NAME": "baton",
    "USER_POOL_ID": "eu-central-1_example",
    "USER_POOL_CLIENT_ID": "client",
    "PAGE_ORIGIN": "https://baton.example.com",
    "SIGNING_KEY": "thirty-two characters of a secret",
    "WEBHOOK_QUEUE_URL": "https://queue.example.com/webhooks",
}
PUBLISH_EVENTS = {"AWS_REGION": "eu-central-1", "TOPIC_ARN": "arn", "PARKING_QUEUE_URL": "https://queue.example.com"}
MAIL = {
    "AWS_REGION": "eu-central-1",
    "TABLE_NAME": "baton",
    "PAGE_ORIGIN": "https://baton.example.com",
    "API_URL": "https://api.example.com/prod",
    "MAIL_SENDER": "Baton <baton@example.com>",
    "SIGNING_KEY": "thirty-two characters of a secret",
}
SEND_EMAILS = MAIL | {"DIGEST_QUEUE_URL": "https://queue.example.com/digests"}
TABLE = {"AWS_REGION": "eu-central-1", "TABLE_NAME": "baton"}
SEND_WEBHOOKS = TABLE | {"WEBHOOK_QUEUE_URL": "https://queue.example.com/webhooks"}
REPLAY = TABLE | PUBLISH_EVENTS | {"FAILURES_BUCKET": "failures"}
SIGN_UP = {"AWS_REGION": "eu-central-1", "TABLE_NAME": "baton", "SIGN_UP_DOMAINS": "example.com"}

type Read = Callable[[Mapping[str, str]], object]

NEEDED: list[tuple[Read, dict[str, str]]] = [
    (ApiSettings.read, API),
    (PublishEventsSettings.read, PUBLISH_EVENTS),
    (SendEmailsSettings.read, SEND_EMAILS),
    (SendWebhooksSettings.read, SEND_WEBHOOKS),
    (RemindSettings.read, TABLE),
    (ReplaySettings.read, REPLAY),
    (TableSettings.read, TABLE),
    (SignUpSettings.read, SIGN_UP),
]


@pytest.mark.parametrize("empty", ["", "  ", None])
@pytest.mark.parametrize(("read", "environment", "name"), [(*row, name) for row in NEEDED for name in row[1]])
def test_a_variable_that_is_missing_or_empty_is_named(
    read: Read, environment: dict[str, str], name: str, empty: str | None
) -> None:
    others = {other: value for other, value in environment.items() if other != name}
    with pytest.raises(SettingsError, match=rf"\b{name}\b"):
        read(others if empty is None else {**others, name: empty})


@pytest.mark.parametrize(
    "origin",
    [
        "*",
        "https://*",
        "https://*.example.com",
        "https://a.example,https://b.example",
        "https://baton.example.com/page",
        "https://",
        "ftp://baton.example.com",
        "baton.example.com",
        "null",
    ],
)
def test_a_page_origin_is_one_exact_origin(origin: str) -> None:
    with pytest.raises(SettingsError, match="PAGE_ORIGIN"):
        ApiSettings.read(API | {"PAGE_ORIGIN": origin})
    with pytest.raises(SettingsError, match="PAGE_ORIGIN"):
        SendEmailsSettings.read(SEND_EMAILS | {"PAGE_ORIGIN": origin})


def test_a_short_signing_key_is_refused_and_not_shown() -> None:
    with pytest.raises(SettingsError, match="SIGNING_KEY") as refusal:
        ApiSettings.read(API | {"SIGNING_KEY": "x" * 31})
    assert "xxx" not in str(refusal.value)


@pytest.mark.parametrize("value", ["true", "1", "ON", ""])
def test_a_switch_is_on_or_off(value: str) -> None:
    with pytest.raises(SettingsError, match="API_DOCS"):
        ApiSettings.read(API | {"API_DOCS": value})


def test_the_issuer_and_its_keys_follow_from_the_pool() -> None:
    settings = ApiSettings.read(API)
    assert settings.issuer == "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_example"
    assert settings.jwks_url == f"{settings.issuer}/.well-known/jwks.json"
    assert settings.docs is False
    assert settings.signing_key == b"thirty-two characters of a secret"


def test_keys_may_come_from_elsewhere_than_the_issuer() -> None:
    settings = ApiSettings.read(API | {"JWKS_URL": "http://127.0.0.1:4566/keys", "API_DOCS": "on"})
    assert (settings.jwks_url, settings.docs) == ("http://127.0.0.1:4566/keys", True)
    assert settings.issuer.startswith("https://cognito-idp.")


@pytest.mark.parametrize("origin", ["https://baton.example.com/", "http://127.0.0.1:8000", "https://baton.example.com"])
def test_an_origin_has_no_slash_at_its_end(origin: str) -> None:
    assert ApiSettings.read(API | {"PAGE_ORIGIN": origin}).page_origin == origin.rstrip("/")


def test_publishing_needs_a_topic_and_a_parking_queue() -> None:
    assert PublishEventsSettings.read(PUBLISH_EVENTS) == PublishEventsSettings(
        "eu-central-1", "arn", "https://queue.example.com"
    )


def test_mails_go_without_a_configuration_set_unless_one_is_named() -> None:
    assert MailSettings.read(MAIL).configuration_set is None
    assert MailSettings.read(MAIL | {"CONFIGURATION_SET": "bounces"}).configuration_set == "bounces"


def test_the_address_of_the_api_has_no_slash_at_its_end() -> None:
    assert MailSettings.read(MAIL | {"API_URL": "https://api.example.com/prod/"}).api_url == MAIL["API_URL"]


@pytest.mark.parametrize("seconds", ["901", "-1", "1.5", "soon", ""])
def test_a_digest_waits_no_longer_than_a_queue_can_hold_a_message(seconds: str) -> None:
    with pytest.raises(SettingsError, match="DIGEST_SECONDS"):
        SendEmailsSettings.read(SEND_EMAILS | {"DIGEST_SECONDS": seconds})


def test_a_digest_waits_a_minute_unless_told_otherwise() -> None:
    assert SendEmailsSettings.read(SEND_EMAILS).digest_seconds == 60
    assert SendEmailsSettings.read(SEND_EMAILS | {"DIGEST_SECONDS": "5"}).digest_seconds == 5


def test_webhooks_stay_away_from_private_addresses_unless_told_otherwise() -> None:
    assert SendWebhooksSettings.read(SEND_WEBHOOKS).private_addresses is False
    assert ApiSettings.read(API | {"WEBHOOK_PRIVATE_ADDRESSES": "on"}).webhook_private_addresses is True


def test_domains_and_the_first_admin_are_compared_in_small_letters() -> None:
    domains = {"SIGN_UP_DOMAINS": " Example.com,example.ORG ,, ", "FIRST_ADMIN_EMAIL": " First@Example.com "}
    settings = SignUpSettings.read(SIGN_UP | domains)
    assert settings.domains == {"example.com", "example.org"}
    assert settings.first_admin_email == "first@example.com"
    assert SignUpSettings.read(SIGN_UP).first_admin_email is None


def test_a_list_of_domains_that_names_none_is_refused() -> None:
    with pytest.raises(SettingsError, match="SIGN_UP_DOMAINS"):
        SignUpSettings.read(SIGN_UP | {"SIGN_UP_DOMAINS": " , "})


def test_a_time_zone_that_does_not_exist_is_refused() -> None:
    with pytest.raises(SettingsError, match="TEAM_TIME_ZONE"):
        ApiSettings.read({**API, "TEAM_TIME_ZONE": "Mars/Olympus"})


def test_the_teams_time_zone_is_utc_until_told_otherwise() -> None:
    assert ApiSettings.read(API).team_time_zone == ZoneInfo("UTC")
    assert ApiSettings.read({**API, "TEAM_TIME_ZONE": "Europe/Berlin"}).team_time_zone == ZoneInfo("Europe/Berlin")
