"""Cognito's triggers: who may sign up, and what a confirmed sign-up gets."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from app.domain.people import Role
from app.repositories.accounts import AccountRepository, account_of
from app.repositories.clients import cognito_client, dynamodb_client
from app.repositories.people import PeopleRepository
from app.repositories.projects import ProjectRepository
from app.services.clock import Clock, utc_now
from app.services.registration import Registration
from app.settings import SignUpSettings
from workers.observability import emit_counts, logger_of

WORKER = "sign_up"

logger = logger_of(WORKER)

type Trigger = dict[str, Any]


class SignUpRefused(Exception):
    """Cognito shows the text to the person who signs up."""


@dataclass(frozen=True)
class SignUp:
    domains: frozenset[str]
    first_admin_email: str | None
    accounts: AccountRepository
    registration: Registration
    clock: Clock = utc_now


def handler(event: Trigger, _context: object) -> Trigger:
    return answer_trigger(event, _sign_up())


def answer_trigger(event: Trigger, sign_up: SignUp) -> Trigger:
    """The event back, as Cognito wants it. Raises SignUpRefused before a sign-up, and never after one."""
    match event["triggerSource"]:
        case "PreSignUp_SignUp" | "PreSignUp_ExternalProvider":
            _require_domain(_email(event), sign_up.domains)
        case "PostConfirmation_ConfirmSignUp":
            _welcome(event, sign_up)
    return event


@cache
def _sign_up() -> SignUp:
    settings = SignUpSettings.read()
    client = dynamodb_client(settings.region)
    return SignUp(
        domains=settings.domains,
        first_admin_email=settings.first_admin_email,
        accounts=AccountRepository(cognito_client(settings.region)),
        registration=Registration(
            PeopleRepository(client, settings.table_name), ProjectRepository(client, settings.table_name)
        ),
    )


def _require_domain(email: str, domains: frozenset[str]) -> None:
    """The whole of what follows the last @: `example.com.evil.org` ends in no domain of ours."""
    if email.rpartition("@")[2] not in domains:
        raise SignUpRefused(f"Sign up with an address at {' or '.join(sorted(domains))}.")


def _welcome(event: Trigger, sign_up: SignUp) -> None:
    """Group first, then profile. The person is confirmed already, so an error would only frighten them:

    whatever fails here, their first request makes up for (but the group of the first admin, hence the metric).
    """
    role = Role.ADMIN if _email(event) == sign_up.first_admin_email else Role.MEMBER
    try:
        sign_up.accounts.add_to_group(event["userPoolId"], event["userName"], role)
        account = account_of(event["request"]["userAttributes"])
        sign_up.registration.register(event["request"]["userAttributes"]["sub"], account, role, sign_up.clock())
    except Exception:  # the outer edge of a Lambda
        logger.exception("sign-up not completed", extra={"user_id": event["userName"]})
        emit_counts(WORKER, {"SignUpsUnfinished": 1})


def _email(event: Trigger) -> str:
    return str(event["request"]["userAttributes"].get("email", "")).strip().lower()
