"""Stamps: what an install or a build was made from, so that it is made again only when that has changed."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Stamp:
    path: Path
    fingerprint: str

    def is_current(self) -> bool:
        return self.path.is_file() and self.path.read_text(encoding="utf-8") == self.fingerprint

    def write(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(self.fingerprint, encoding="utf-8")

    def remove(self) -> None:
        self.path.unlink(missing_ok=True)


def fingerprint(files: Iterable[Path], *words: str) -> str:
    """Changes with any file's name or content, and with the words (a version, say)."""
    digest = hashlib.sha256("\0".join(words).encode())
    for file in sorted(files):
        digest.update(f"\0{file}\0".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def files_below(folder: Path, *, but: frozenset[str]) -> list[Path]:
    """Every file below a folder, except those below its children of the given names."""
    children = [child for child in folder.iterdir() if child.name not in but]
    below = (file for child in children if child.is_dir() for file in child.rglob("*"))
    return [file for file in (*children, *below) if file.is_file()]
