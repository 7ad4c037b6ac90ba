"""What the environment says, one frozen dataclass per Lambda. Nothing else reads os.environ."""

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
class SendEmailsSettings:
    region: str
    table_name: str
    page_origin: str
    sender: str
    configuration_set: str | None

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> "SendEmailsSettings":
        return cls(
            region=_required(environment, "AWS_REGION"),
            table_name=_required(environment, "TABLE_NAME"),
            page_origin=_origin(environment),
            sender=_required(environment, "MAIL_SENDER"),
            configuration_set=environment.get("CONFIGURATION_SET") or None,
        )


@dataclass(frozen=True)
class PurgeDeletedSettings:
    region: str
    table_name: str

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> "PurgeDeletedSettings":
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


def _time_zone(environment: Mapping[str, str], name: str) -> ZoneInfo:
    value = environment.get(name) or "UTC"
    try:
        return ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise SettingsError(f"{name} must be an IANA time zone such as Europe/Berlin, not {value!r}.") from error
