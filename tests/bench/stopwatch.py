"""What a client's calls cost: how many, how long, how much of DynamoDB's capacity, how many bytes."""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

READS = {"GetItem", "BatchGetItem", "Query"}


@dataclass
class Cost:
    calls: int = 0
    milliseconds: float = 0.0
    read_units: float = 0.0
    write_units: float = 0.0
    bytes_received: int = 0


class Stopwatch:
    """Times whole calls, from botocore's checking of the parameters to the answer as a dictionary.

    Capacity and bytes are counted while `weighs` is set: asking for them makes the calls themselves dearer.
    """

    def __init__(self, client: "DynamoDBClient") -> None:
        self.start()
        self._call = client._make_api_call  # type: ignore[attr-defined]
        client._make_api_call = self._timed  # type: ignore[attr-defined]
        client.meta.events.register("after-call.dynamodb.*", self._received)

    def start(self, *, weighs: bool = False) -> None:
        self.cost = Cost()
        self._weighs = weighs

    def _timed(self, operation: str, parameters: dict[str, Any]) -> Any:
        if self._weighs:
            parameters = {**parameters, "ReturnConsumedCapacity": "TOTAL"}
        began = time.perf_counter()
        answer = self._call(operation, parameters)
        self.cost.milliseconds += (time.perf_counter() - began) * 1000
        self.cost.calls += 1
        if self._weighs:
            self._weigh(operation, answer["ConsumedCapacity"])
        return answer

    def _weigh(self, operation: str, consumed: Any) -> None:
        tables = consumed if isinstance(consumed, list) else [consumed]
        units = sum(table["CapacityUnits"] for table in tables)
        if operation in READS:
            self.cost.read_units += units
        else:
            self.cost.write_units += units

    def _received(self, http_response: Any, **_: Any) -> None:
        self.cost.bytes_received += len(http_response.content)
