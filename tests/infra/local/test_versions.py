"""Node and Java: too old or missing is one clear line, whatever form the version is printed in."""

from pathlib import Path

import pytest

from infra.local.errors import LocalStackError
from infra.local.versions import require_java, require_node


def program(folder: Path, line: str, *, status: int = 0) -> str:
    """A program that prints this line, as java does, on its error output."""
    file = folder / "program"
    file.write_text(f"#!/bin/sh\necho '{line}' >&2\nexit {status}\n")
    file.chmod(0o755)
    return str(file)


def test_a_missing_node_is_one_line_that_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(LocalStackError, match=r"with Node 20\.19 or newer; none was found\. Install"):
        require_node(str(tmp_path / "absent"))


def test_a_broken_node_counts_as_missing(tmp_path: Path) -> None:
    with pytest.raises(LocalStackError, match="none was found"):
        require_node(program(tmp_path, "v22.1.0", status=1))


@pytest.mark.parametrize("version", ["v18.19.1", "v20.9.0"])
def test_an_old_node_is_refused_with_its_version(tmp_path: Path, version: str) -> None:
    with pytest.raises(LocalStackError, match="this is "):
        require_node(program(tmp_path, version))


@pytest.mark.parametrize("version", ["v20.19.0", "v22.0.0", "v100.1.2"])
def test_a_new_enough_node_is_taken(tmp_path: Path, version: str) -> None:
    require_node(program(tmp_path, version))


def test_an_old_java_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LocalStackError, match=r"Java 17 or newer; this is 1\.8"):
        require_java(program(tmp_path, 'openjdk version "1.8.0_392"'))


@pytest.mark.parametrize("version", ["17.0.15", "21", "25-ea"])
def test_a_new_enough_java_is_taken(tmp_path: Path, version: str) -> None:
    require_java(program(tmp_path, f'openjdk version "{version}" 2025-04-15'))
