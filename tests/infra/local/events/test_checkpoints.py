"""Checkpoints: they survive the process, and belong to one stream."""

from pathlib import Path

from infra.local.events.checkpoints import Checkpoint, Checkpoints, replace_file


def test_before_the_first_record_there_is_none(tmp_path: Path) -> None:
    assert Checkpoints(tmp_path / "file", stream_arn="arn:1").of("shard") == Checkpoint()


def test_the_stream_of_a_new_table_begins_at_its_beginning(tmp_path: Path) -> None:
    Checkpoints(tmp_path / "file", stream_arn="arn:1").reached("shard", "5")

    assert Checkpoints(tmp_path / "file", stream_arn="arn:2").of("shard") == Checkpoint()


def test_a_restart_goes_on_where_the_last_one_was(tmp_path: Path) -> None:
    checkpoints = Checkpoints(tmp_path / "folder" / "file", stream_arn="arn:1")
    checkpoints.reached("first", "5")
    checkpoints.finished("first")
    checkpoints.reached("second", "9")

    again = Checkpoints(tmp_path / "folder" / "file", stream_arn="arn:1")

    assert again.of("first") == Checkpoint("5", is_finished=True)
    assert again.of("second") == Checkpoint("9")


def test_a_write_that_was_cut_short_leaves_the_old_content(tmp_path: Path) -> None:
    replace_file(tmp_path / "file.json", "old")
    (tmp_path / "file.draft").write_text("ne")

    assert (tmp_path / "file.json").read_text() == "old"

    replace_file(tmp_path / "file.json", "new")
    assert [file.name for file in tmp_path.iterdir()] == ["file.json"]
