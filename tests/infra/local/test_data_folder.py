"""The data folder belongs to one running stack; emptying it waits for nobody and ruins nobody."""

import os
from pathlib import Path

import pytest

from infra.local.data_folder import held, reset
from infra.local.errors import LocalStackError
from infra.local.program import Program, start, stop


def test_a_second_stack_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    with (
        held(tmp_path),
        pytest.raises(LocalStackError, match=r"Baton is running on .*BATON_DATA"),
        held(tmp_path, patience=0),
    ):
        pass


def test_a_folder_is_held_until_the_last_program_of_a_stack_has_ended(tmp_path: Path) -> None:
    with held(tmp_path):
        program = Program("sleeper", ("sleep", "60"), os.environ, is_healthy=lambda: True)
        started = start(program, logs=tmp_path / "logs")
    with pytest.raises(LocalStackError), held(tmp_path, patience=0):
        pass
    stop(started)
    with held(tmp_path, patience=0):
        assert started.exit_status is not None


def test_a_folder_in_use_is_not_emptied(tmp_path: Path) -> None:
    (tmp_path / "seeded").touch()

    with held(tmp_path), pytest.raises(LocalStackError, match="stop that one first"):
        reset(tmp_path, patience=0)

    assert (tmp_path / "seeded").exists()


def test_a_folder_that_was_held_can_be_held_again(tmp_path: Path) -> None:
    for _ in range(2):
        with held(tmp_path / "new"):
            assert (tmp_path / "new").is_dir()


def test_reset_leaves_nothing_that_a_start_would_find(tmp_path: Path) -> None:
    (tmp_path / "aws" / "blobs").mkdir(parents=True)
    (tmp_path / "aws" / "blobs" / "one").touch()
    (tmp_path / "seeded").touch()

    reset(tmp_path)

    assert [entry.name for entry in tmp_path.iterdir()] == ["lock"]


def test_reset_of_what_was_never_there_does_nothing(tmp_path: Path) -> None:
    reset(tmp_path / "absent")

    assert not (tmp_path / "absent").exists()
