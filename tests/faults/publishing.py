"""The stream read to its end by a publisher that dies, at hops that fail."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import boto3

from infra.local.events.checkpoints import Checkpoints
from infra.local.events.delivery import Outcomes, deliver
from infra.local.events.filters import NEW_EVENTS
from infra.local.events.lambda_events import Record, stream_event
from infra.local.events.stream import StreamReader
from tests.conftest import REGION, Table
from tests.faults.faults import Faults, Killed
from tests.faults.road import FaultyTopic, ParkingQueue
from workers.publish_events import Outlets, publish_records


@dataclass
class Publisher:
    """The publisher and its stream mapping; what the mapping gives up is replayed at the end."""

    faults: Faults
    topic: FaultyTopic
    parking: ParkingQueue
    given_up: list[Record] = field(default_factory=list)
    replayed: int = 0

    def publish_all(self, table: Table, folder: Path) -> None:
        streams = boto3.client("dynamodbstreams", region_name=REGION, endpoint_url=table.client.meta.endpoint_url)
        arn = table.client.describe_table(TableName=table.name)["Table"]["LatestStreamArn"]
        checkpoints = Checkpoints(folder / "checkpoints.json", stream_arn=arn)
        reader = StreamReader(streams, arn, checkpoints=checkpoints, pattern=NEW_EVENTS)

        def hand_over(records: Sequence[Any], _: str, reached: Callable[[Sequence[Any]], None]) -> None:
            def give_up(failed: Sequence[Record]) -> None:
                self.given_up.extend(stream_event(failed, arn)["Records"])
                reached(failed)

            deliver(
                records,
                invoke=lambda batch: self._invoke(stream_event(batch, arn)["Records"]),
                outcomes=Outcomes(done=reached, given_up=give_up),
                pause=lambda _: None,
            )

        while reader.read_once(hand_over):
            pass

    def replay(self) -> None:
        """What an operator does with the failure records."""
        self.replayed = len(self.given_up)
        while self.given_up:
            answer = publish_records(self.given_up, self._outlets)
            failed = {failure["itemIdentifier"] for failure in answer["batchItemFailures"]}
            numbers = [record["dynamodb"]["SequenceNumber"] for record in self.given_up]
            done = min((numbers.index(number) for number in failed), default=len(numbers))
            del self.given_up[:done]

    def _invoke(self, records: Sequence[Record]) -> Any:
        fault = self.faults.strike("publisher: killed before a batch", "publisher: killed after a batch")
        if fault == "publisher: killed before a batch":
            raise Killed
        answer = publish_records(records, self._outlets)
        if fault == "publisher: killed after a batch":
            raise Killed
        return answer

    @property
    def _outlets(self) -> Outlets:
        return Outlets(cast("Any", self.topic), cast("Any", self.parking), "topic", "parking")
