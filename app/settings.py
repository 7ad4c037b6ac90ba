"""What the environment says, one frozen dataclass per Lambda. Nothing else of app and workers reads os.environ."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

MIN_SIGNING_KEY_LENGTH = 32


class SettingsError(Exception):
    """The environment lacks something, or has it wrong; the text names the variable."""


@dataclass(frozen=True)
class ApiSettings:
    table_name: str
    region: str
    user_pool_id: str
    user_pool_client_id: str
    jwks_url: str
    page_origin: str
    signing_key: bytes
    docs: bool
    team_time_zone: ZoneInfo
    webhook_queue_url: str
    webhook_private_addresses: bool

    @property
    def issuer(self) -> str:
        return _issuer(self.region, self.user_pool_id)

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> "ApiSettings":
        region, pool = _required(environment, "AWS_REGION"), _required(environment, "USER_POOL_ID")
        return cls(
            table_name=_required(environment, "TABLE_NAME"),
            region=region,
            user_pool_id=pool,
            user_pool_client_id=_required(environment, "USER_POOL_CLIENT_ID"),
            jwks_url=environment.get("JWKS_URL") or f"{_issuer(region, pool)}/.well-known/jwks.json",
            page_origin=_origin(environment),
            signing_key=_signing_key(environment),
            docs=_switch(environment, "API_DOCS"),
            team_time_zone=_time_zone(environment, "TEAM_TIME_ZONE"),
            webhook_queue_url=_required(environment, "WEBHOOK_QUEUE_URL"),
            webhook_private_addresses=_switch(environment, "WEBHOOK_PRIVATE_ADDRESSES"),
        )


@dataclass(frozen=True)
class PublishEventsSettings:
    region: str
    topic_arn: str
    parking_queue_url: str

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> "PublishEventsSettings":
        return cls(
            region=_required(environment, "AWS_REGION"),
            topic_arn=_required(environment, "TOPIC_ARN"),
            parking_queue_url=_required(environment, "PARKING_QUEUE_URL"),
        )


@dataclass(frozen=True)
class MailSettings:
    """Of both workers that send mail."""

    region: str
    table_name: str
    page_origin: str
    api_url: str
    sender: str
    configuration_set: str | None
    signing_key: bytes

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> "MailSettings":
        return cls(
            region=_required(environment, "AWS_REGION"),
            table_name=_required(environment, "TABLE_NAME"),
            page_origin=_origin(environment),
            api_url=_required(environment, "API_URL").rstrip("/"),
            sender=_required(environment, "MAIL_SENDER"),
            configuration_set=environment.get("CONFIGURATION_SET") or None,
            signing_key=_signing_key(environment),
        )


@dataclass(frozen=True)
class SendEmailsSettings:
    mail: MailSettings
    digest_queue_url: str
    digest_seconds: int
    """How long the events of one bulk action are gathered after the last of them."""

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> "SendEmailsSettings":
        return cls(
            mail=MailSettings.read(environment),
            digest_queue_url=_required(environment, "DIGEST_QUEUE_URL"),
            digest_seconds=_seconds(environment, "DIGEST_SECONDS", 60),
        )


@dataclass(frozen=True)
class SendWebhooksSettings:
    region: str
    table_name: str
    queue_url: str
    private_addresses: bool

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> "SendWebhooksSettings":
        return cls(
            region=_required(environment, "AWS_REGION"),
            table_name=_required(environment, "TABLE_NAME"),
            queue_url=_required(environment, "WEBHOOK_QUEUE_URL"),
            private_addresses=_switch(environment, "WEBHOOK_PRIVATE_ADDRESSES"),
        )


@dataclass(frozen=True)
class RemindSettings:
    region: str
    table_name: str
    team_time_zone: ZoneInfo

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> "RemindSettings":
        return cls(
            region=_required(environment, "AWS_REGION"),
            table_name=_required(environment, "TABLE_NAME"),
            team_time_zone=_time_zone(environment, "TEAM_TIME_ZONE"),
        )


@dataclass(frozen=True)
class ReplaySettings:
    table_name: str
    publish: PublishEventsSettings
    failures_bucket: str

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> "ReplaySettings":
        return cls(
            table_name=_required(environment, "TABLE_NAME"),
            publish=PublishEventsSettings.read(environment),
            failures_bucket=_required(environment, "FAILURES_BUCKET"),
        )


@dataclass(frozen=True)
class TableSettings:
    """Of the workers that touch nothing but the table: fill_inbox, mark_addresses, purge_deleted."""

    region: str
    table_name: str

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> "TableSettings":
        return cls(region=_required(environment, "AWS_REGION"), table_name=_required(environment, "TABLE_NAME"))


@dataclass(frozen=True)
class SignUpSettings:
    region: str
    table_name: str
    domains: frozenset[str]
    first_admin_email: str | None

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> "SignUpSettings":
        return cls(
            region=_required(environment, "AWS_REGION"),
            table_name=_required(environment, "TABLE_NAME"),
            domains=_domains(environment),
            first_admin_email=environment.get("FIRST_ADMIN_EMAIL", "").strip().lower() or None,
        )


def _required(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name, "").strip()
    if not value:
        raise SettingsError(f"Set the environment variable {name}.")
    return value


def _issuer(region: str, user_pool_id: str) -> str:
    return f"https://cognito-idp.{region}.amazonaws.com/{user_pool_id}"


def _origin(environment: Mapping[str, str]) -> str:
    """One exact origin: `*` would let any page of the web read the API's answers."""
    origin = _required(environment, "PAGE_ORIGIN").rstrip("/")
    scheme, separator, host = origin.partition("://")
    if scheme not in ("http", "https") or not separator or not host or set("*/,") & set(host):
        raise SettingsError(f"PAGE_ORIGIN must be one origin such as https://baton.example.com, not {origin!r}.")
    return origin


def _signing_key(environment: Mapping[str, str]) -> bytes:
    key = _required(environment, "SIGNING_KEY").encode()
    if len(key) < MIN_SIGNING_KEY_LENGTH:
        raise SettingsError(f"SIGNING_KEY must have at least {MIN_SIGNING_KEY_LENGTH} characters.")
    return key


def _domains(environment: Mapping[str, str]) -> frozenset[str]:
    domains = (domain.strip().lower() for domain in _required(environment, "SIGN_UP_DOMAINS").split(","))
    named = frozenset(domain for domain in domains if domain)
    if not named:
        raise SettingsError("SIGN_UP_DOMAINS must name a domain, or several with commas between.")
    return named


def _switch(environment: Mapping[str, str], name: str) -> bool:
    value = environment.get(name, "off")
    if value not in ("on", "off"):
        raise SettingsError(f"{name} must be on or off, not {value!r}.")
    return value == "on"


def _seconds(environment: Mapping[str, str], name: str, default: int) -> int:
    """Up to the 15 minutes that SQS can hold a message back."""
    value = environment.get(name, str(default))
    if not value.isdecimal() or int(value) > 900:
        raise SettingsError(f"{name} must be a number of seconds up to 900, not {value!r}.")
    return int(value)


def _time_zone(environment: Mapping[str, str], name: str) -> ZoneInfo:
    value = environment.get(name) or "UTC"
    try:
        return ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise SettingsError(f"{name} must be an IANA time zone such as Europe/Berlin, not {value!r}.") from error
