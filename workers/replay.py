"""Sends once more what the event road gave up or set aside: python -m workers.replay failures|parking [--publish]."""

import argparse
import sys
from collections.abc import Sequence
from functools import partial

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from app.repositories.clients import CONFIG, dynamodb_client, sqs_client
from app.repositories.remains import RemainsRepository
from app.settings import ReplaySettings, SettingsError
from workers import publish_events, purge_deleted
from workers.failures import FailureStore, replay_failures
from workers.parking import ParkingQueue, replay_parking
from workers.replay_run import LEFT, REPLAYED, Handle, ReplayRun

EPILOG = """\
Replaying twice is harmless: nobody is told the same thing twice.

It runs in the environment of the workers: AWS_REGION, TABLE_NAME, TOPIC_ARN, PARKING_QUEUE_URL, FAILURES_BUCKET.
The exit status is 1 where something is left that could not be replayed.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status."""
    asked = _parser().parse_args(arguments)
    try:
        settings = ReplaySettings.read()
        run = ReplayRun(_handles(settings), asked.publish, partial(print, flush=True))
        _replay(asked.what, settings, run)
    except (SettingsError, ClientError, BotoCoreError) as error:
        print(f"baton: {error}", file=sys.stderr)
        return 1
    return int(run.counts[LEFT] > 0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m workers.replay",
        description="Sends once more what the event road gave up or set aside.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "what",
        choices=("failures", "parking"),
        help="failures: batches that the stream gave up, kept in the bucket;"
        " parking: records that nobody could read, kept in the parking queue",
    )
    parser.add_argument("--publish", action="store_true", help="do it; without this it is shown and nothing is changed")
    return parser


def _replay(what: str, settings: ReplaySettings, run: ReplayRun) -> None:
    if not run.publish:
        run.say("A dry run: nothing is changed; --publish does it.")
    region = settings.publish.region
    if what == "failures":
        s3 = boto3.client("s3", region_name=region, config=CONFIG)
        replay_failures(FailureStore(s3, settings.failures_bucket), run)
    else:
        replay_parking(ParkingQueue(sqs_client(region), settings.publish.parking_queue_url), run)
    done = "replayed" if run.publish else "can be replayed"
    run.say(f"{run.counts[REPLAYED]} {done}, {run.counts[LEFT]} left.")


def _handles(settings: ReplaySettings) -> dict[str, Handle]:
    outlets = publish_events.Outlets.of(settings.publish)
    remains = RemainsRepository(dynamodb_client(settings.publish.region), settings.table_name)
    return {
        publish_events.WORKER: partial(publish_events.publish_records, outlets=outlets),
        purge_deleted.WORKER: partial(purge_deleted.purge, remains=remains),
    }


if __name__ == "__main__":
    sys.exit(main())
