"""Installing: what is up to date is skipped, what fails says so in one line and is tried again."""

from pathlib import Path

import pytest

from infra.local.errors import LocalStackError
from infra.local.install import Step, emulator_step, node_programs_step, page_step, run_steps
from infra.local.stamps import Stamp


class Terminal:
    """Takes commands down; each ends with the status given, and makes its product when that is 0."""

    def __init__(self, status: int = 0) -> None:
        self.status = status
        self.commands: list[tuple[str, ...]] = []

    def run(self, command: tuple[str, ...], folder: Path) -> int:
        self.commands.append(command)
        if self.status == 0:
            (folder / "product").touch()
        return self.status


def step(folder: Path, *, made_from: str = "one") -> Step:
    return Step(
        title="Making the thing",
        folder=folder,
        commands=(("make", "first"), ("make", "second")),
        product=folder / "product",
        stamp=Stamp(folder / "stamp", made_from),
    )


def test_a_failed_command_is_named_and_stops_the_step(tmp_path: Path) -> None:
    terminal = Terminal(status=7)

    with pytest.raises(LocalStackError, match=r"Making the thing failed: `make first` in .* ended with 7"):
        run_steps([step(tmp_path)], terminal.run)

    assert terminal.commands == [("make", "first")]


def test_a_failed_step_is_made_again(tmp_path: Path) -> None:
    run_steps([step(tmp_path)], Terminal().run)
    with pytest.raises(LocalStackError):
        run_steps([step(tmp_path, made_from="two")], Terminal(status=1).run)

    terminal = Terminal()
    run_steps([step(tmp_path)], terminal.run)

    assert terminal.commands == [("make", "first"), ("make", "second")]


def test_progress_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_steps([step(tmp_path)], Terminal().run)

    assert capsys.readouterr().out == "Making the thing ...\n"


def test_what_is_up_to_date_is_skipped_without_a_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_steps([step(tmp_path)], Terminal().run)
    capsys.readouterr()
    terminal = Terminal()

    run_steps([step(tmp_path)], terminal.run)

    assert (terminal.commands, capsys.readouterr().out) == ([], "")


def test_a_product_removed_by_hand_is_made_again(tmp_path: Path) -> None:
    run_steps([step(tmp_path)], Terminal().run)
    (tmp_path / "product").unlink()
    terminal = Terminal()

    run_steps([step(tmp_path)], terminal.run)

    assert terminal.commands


def test_the_emulator_is_installed_by_hash_alone() -> None:
    assert "--require-hashes" in emulator_step().commands[-1]


def test_node_programs_are_installed_from_their_lock() -> None:
    assert node_programs_step().commands[0][:2] == ("npm", "ci")


def test_the_page_is_built_again_only_when_its_sources_change() -> None:
    assert page_step().stamp == page_step().stamp
