"""The command line of the local stack: run it, ask things of the running one, empty it."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial

import boto3
from botocore.exceptions import ClientError, EndpointConnectionError

from app.settings import SettingsError
from infra.local.addresses import Addresses, addresses_from
from infra.local.data_folder import reset
from infra.local.environment import sdk_environment
from infra.local.errors import LocalStackError
from infra.local.install import install
from infra.local.people import DEMO_PASSWORD
from infra.local.remind import remind_at
from infra.local.replay import replay
from infra.local.sign_in import access_token
from infra.local.stack import run
from infra.local.supervision import Stopped, run_to_end, stop_signals

EPILOG = """\
environment:
  BATON_PORT           page and API (8000)
  BATON_AWS_PORT       AWS emulator (4566)
  BATON_MAIL_PORT      mail in the browser (1080)
  BATON_SMTP_PORT      mail by SMTP (1025)
  BATON_DATA           folder that keeps all data (.local in the checkout)
  TEAM_TIME_ZONE       the team's time zone, for due dates and reminders (UTC); an IANA name
  STORE                dynamodb-local puts AWS's DynamoDB Local under the stack (needs Java 17 or newer)
  BATON_DYNAMODB_PORT  DynamoDB Local (8001)
"""


def main() -> None:
    arguments = _parser().parse_args()
    try:
        addresses = addresses_from(os.environ)
        _point_sdk_here(addresses)
        arguments.act(addresses, arguments)
    except (LocalStackError, SettingsError) as error:
        sys.exit(f"baton: {error}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m infra.local",
        description="Baton on this machine: page, API, workers, mail and AWS, with one command.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(act=_run)
    commands = parser.add_subparsers(title="commands")
    commands.add_parser("run", help="install what is missing, start everything, stop on Ctrl-C (the default)")
    commands.add_parser("install", help="install what is missing and nothing more").set_defaults(act=_install)
    token = commands.add_parser("token", help="print an access token for curl and Swagger UI")
    token.add_argument("who", metavar="WHO", help="admin, member or an e-mail address")
    token.add_argument("--password", default=DEMO_PASSWORD, help="of that person (the demo people's)")
    token.set_defaults(act=_token)
    remind = commands.add_parser("remind", help="make the reminders that are due, or would be at another time")
    remind.add_argument("--at", metavar="TIME", help="2026-11-24 or 2026-11-24T08:00, in the team's time zone")
    remind.set_defaults(act=_remind)
    again = commands.add_parser("replay", help="send once more what the event road gave up or set aside")
    again.add_argument("what", choices=("failures", "parking"), help="as of python -m workers.replay")
    again.add_argument("--publish", action="store_true", help="do it; without this it is shown and nothing is changed")
    again.set_defaults(act=_replay)
    commands.add_parser("reset", help="empty the data folder").set_defaults(act=_reset)
    return parser


def _run(addresses: Addresses, _: argparse.Namespace) -> None:
    with stop_signals() as stopping, suppress(Stopped):
        run(addresses, dict(os.environ), stopping)
    print("Baton has stopped.", flush=True)


def _install(_: Addresses, __: argparse.Namespace) -> None:
    with stop_signals() as stopping:
        try:
            install(partial(run_to_end, stopping=stopping))
        except Stopped:
            sys.exit("baton: stopped before everything was installed.")


def _token(_: Addresses, arguments: argparse.Namespace) -> None:
    print(access_token(boto3.client("cognito-idp"), who=arguments.who, password=arguments.password))


def _remind(_: Addresses, arguments: argparse.Namespace) -> None:
    with _running_stack():
        print(remind_at(arguments.at or None))


def _replay(_: Addresses, arguments: argparse.Namespace) -> None:
    with _running_stack():
        sys.exit(replay(arguments.what, publish=arguments.publish))


def _reset(addresses: Addresses, _: argparse.Namespace) -> None:
    reset(addresses.data)
    print(f"{addresses.data} is empty; the next start makes everything anew.")


@contextmanager
def _running_stack() -> Iterator[None]:
    try:
        yield
    except EndpointConnectionError:
        raise LocalStackError("Baton is not running here; start it by `make run` first.") from None
    except ClientError as error:
        raise LocalStackError(f"Baton is still starting; try again once it is ready ({error}).") from None


def _point_sdk_here(addresses: Addresses) -> None:
    environment = sdk_environment(addresses, os.environ)
    os.environ.clear()
    os.environ.update(environment)
