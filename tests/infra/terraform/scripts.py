"""A script of infra/terraform among programs that are none: what it asked of them is written down."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from infra.terraform_command import TERRAFORM


@dataclass(frozen=True)
class Desk:
    """`programs` comes first on the script's path; each writes its call into `heard`."""

    programs: Path
    heard: Path

    @classmethod
    def at(cls, place: Path, answers: Mapping[str, str]) -> "Desk":
        """`answers`: a program's name, and what it does as a shell script."""
        programs, heard = place / "programs", place / "heard"
        programs.mkdir()
        heard.touch()
        for name, answer in answers.items():
            program = programs / name
            program.write_text(f'#!/bin/sh\necho "{name} $*" >>{heard}\n{answer}\n')
            program.chmod(0o755)
        return cls(programs, heard)

    def run(self, script: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join((str(self.programs), os.environ["PATH"]))
        command = (str(TERRAFORM / script), *arguments)
        return subprocess.run(
            command, env={"PATH": path, **environment}, capture_output=True, text=True, check=False, timeout=60
        )

    def calls(self, words: str) -> list[str]:
        """Those that begin so, without these words."""
        lines = self.heard.read_text().splitlines()
        return [line.removeprefix(words).strip() for line in lines if line.startswith(words)]
