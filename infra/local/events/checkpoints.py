"""How far each shard of the stream has been handled; kept in a file, so that a restart goes on there."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Checkpoint:
    sequence_number: str | None = None
    """The last record done with; None before the first."""
    is_finished: bool = False
    """The shard is closed and read to its end."""


class Checkpoints:
    def __init__(self, file: Path, *, stream_arn: str) -> None:
        self._file = file
        self._stream_arn = stream_arn
        self._shards = _read(file, stream_arn)

    def of(self, shard_id: str) -> Checkpoint:
        return self._shards.get(shard_id, Checkpoint())

    def reached(self, shard_id: str, sequence_number: str) -> None:
        self._write(shard_id, Checkpoint(sequence_number))

    def finished(self, shard_id: str) -> None:
        self._write(shard_id, Checkpoint(self.of(shard_id).sequence_number, is_finished=True))

    def _write(self, shard_id: str, checkpoint: Checkpoint) -> None:
        if checkpoint == self.of(shard_id):
            return
        self._shards[shard_id] = checkpoint
        shards = {shard: asdict(value) for shard, value in self._shards.items()}
        replace_file(self._file, json.dumps({"streamArn": self._stream_arn, "shards": shards}))


def replace_file(file: Path, text: str) -> None:
    """All or nothing: a process killed half way leaves the old content."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(".draft")
    with draft.open("w", encoding="utf-8") as output:
        output.write(text)
        output.flush()
        os.fsync(output.fileno())
    draft.replace(file)


def _read(file: Path, stream_arn: str) -> dict[str, Checkpoint]:
    """Nothing for another stream: a table made anew begins at its beginning."""
    if not file.exists():
        return {}
    kept = json.loads(file.read_text(encoding="utf-8"))
    if kept["streamArn"] != stream_arn:
        return {}
    return {shard: Checkpoint(**value) for shard, value in kept["shards"].items()}
