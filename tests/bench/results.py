"""RESULTS.md: one section per benchmark, each replaced when its benchmark has run, with its machine and date."""

import os
import platform
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

FILE = Path(__file__).with_name("RESULTS.md")

OPENING = """# Measured speed

Written by `make bench`. Each figure stands beside its floor, measured in the same run: ratios hold elsewhere,
milliseconds are those of the machine that a section names."""


def put_section(file: Path, titles: Sequence[str], title: str, text: str) -> None:
    """Replaces the section and leaves the others as they are. `titles` gives the order."""
    sections = {**sections_of(file.read_text("utf-8") if file.exists() else ""), title: text}
    file.write_text(document(titles, sections), "utf-8")


def sections_of(document: str) -> dict[str, str]:
    """By title, without the opening."""
    parts = re.split(r"^## (.+)\n", document, flags=re.MULTILINE)[1:]
    return {title: text.strip() for title, text in zip(parts[::2], parts[1::2], strict=True)}


def document(titles: Sequence[str], sections: Mapping[str, str]) -> str:
    """Without the sections of benchmarks that are no more."""
    parts = [f"## {title}\n\n{sections[title]}" for title in titles if title in sections]
    return "\n\n".join([OPENING, *parts]) + "\n"


def measured(now: datetime) -> str:
    """The line that says when and on what."""
    python = f"Python {platform.python_version()}"
    return f"*{now:%Y-%m-%d}, {platform.system()}, {os.cpu_count()} cores ({_processor()}), {python}*"


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    found = re.search(r"^model name\s*: (.+)$", cpuinfo.read_text() if cpuinfo.exists() else "", re.MULTILINE)
    return found[1] if found else platform.machine()
