"""The whole stack, in the order in which its parts stand on each other."""

import threading
from collections.abc import Iterator, Mapping
from functools import partial

import boto3

from infra.local.addresses import Addresses
from infra.local.application import event_sources, web
from infra.local.data_folder import held
from infra.local.dynamodb_local import dynamodb_local
from infra.local.emulator import emulator
from infra.local.environment import MAIL_SENDER, api_environment, sign_up_environment, worker_environment
from infra.local.install import install
from infra.local.mail import mail
from infra.local.people import DEMO_PASSWORD, DEMO_PEOPLE
from infra.local.ports import refuse_taken
from infra.local.program import Program
from infra.local.resources import create_resources
from infra.local.seed import seed_once
from infra.local.supervision import Supervisor, run_to_end, supervised
from infra.local.versions import require_java


def run(addresses: Addresses, environment: Mapping[str, str], stopping: threading.Event) -> None:
    """Runs until asked to stop, or until a part ends by itself; leaves nothing running in either case."""
    with held(addresses.data):
        refuse_taken(addresses.ports)
        if addresses.dynamodb:
            require_java()
        install(partial(run_to_end, stopping=stopping))
        with supervised(logs=addresses.logs, stopping=stopping) as supervisor:
            print("Starting ...", flush=True)
            _start(supervisor, addresses, environment)
            print(_ready(addresses), flush=True)
            supervisor.watch()


def _start(supervisor: Supervisor, addresses: Addresses, environment: Mapping[str, str]) -> None:
    supervisor.start(*_ground(addresses, environment))
    session = boto3.Session()
    resources = create_resources(session, sender=MAIL_SENDER, sign_up_environment=sign_up_environment(addresses))
    supervisor.start(
        event_sources({**environment, **worker_environment(addresses, resources)}),
        web(addresses.page, {**environment, **api_environment(addresses, resources)}),
    )
    marker = addresses.data / "seeded"
    seed_once(session.client("cognito-idp"), resources.user_pool, origin=addresses.page.url, marker=marker)


def _ground(addresses: Addresses, environment: Mapping[str, str]) -> Iterator[Program]:
    """What the application stands on; each may use those before it, which stop after it."""
    yield mail(addresses, environment)
    if addresses.dynamodb:
        yield dynamodb_local(addresses.dynamodb, environment, folder=addresses.data / "dynamodb")
    yield emulator(addresses, environment)


def _ready(addresses: Addresses) -> str:
    people = "\n".join(f"  {person.group.lower():<10} {person.email}" for person in DEMO_PEOPLE)
    return f"""
Baton is ready

  page       {addresses.page.url}
  API        {addresses.page.url}/docs   (Authorize with what `make token WHO=admin` prints)
  mail       {addresses.mail.url}
  logs       {addresses.logs}

Sign in with the password {DEMO_PASSWORD} as
{people}
or sign up with any address at example.com; the code comes to the mail page.

Ctrl-C stops everything; what you did is kept."""
