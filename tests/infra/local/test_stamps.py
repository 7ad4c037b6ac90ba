"""A stamp is current until what it was made from changes."""

from pathlib import Path

from infra.local.stamps import Stamp, files_below, fingerprint


def test_no_stamp_is_not_current(tmp_path: Path) -> None:
    assert not Stamp(tmp_path / "stamp", "one").is_current()


def test_a_stamp_of_something_else_is_not_current(tmp_path: Path) -> None:
    Stamp(tmp_path / "stamp", "one").write()

    assert not Stamp(tmp_path / "stamp", "two").is_current()


def test_a_written_stamp_is_current_until_it_is_removed(tmp_path: Path) -> None:
    stamp = Stamp(tmp_path / "folder" / "stamp", "one")

    stamp.write()
    assert stamp.is_current()

    stamp.remove()
    assert not stamp.is_current()


def test_a_fingerprint_changes_with_content_name_and_words(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_text("text")
    second.write_text("text")

    prints = {fingerprint([first]), fingerprint([second]), fingerprint([first], "3.13")}
    first.write_text("other")

    assert len({*prints, fingerprint([first])}) == 4


def test_a_fingerprint_does_not_depend_on_the_order_of_files(tmp_path: Path) -> None:
    files = [tmp_path / name for name in "abc"]
    for file in files:
        file.write_text(file.name)

    assert fingerprint(files) == fingerprint(reversed(files))


def test_what_is_installed_or_built_is_no_source(tmp_path: Path) -> None:
    for name in ("package.json", "src/deep/page.tsx", "node_modules/react/index.js", "dist/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    found = files_below(tmp_path, but=frozenset({"node_modules", "dist"}))

    assert {file.relative_to(tmp_path).as_posix() for file in found} == {"package.json", "src/deep/page.tsx"}
