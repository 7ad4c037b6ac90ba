"""What Lambda makes of a zip: the unzipped function, bytecode included, and the runtime's own AWS SDK beside it."""

import shutil
import subprocess
import zipfile
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

from infra.package import PACKAGES, SDK, build, machine_arch, runtime_python
from tests.bench.progress import tell


@dataclass(frozen=True)
class LambdaFolder:
    task: Path
    sdk: Path

    @property
    def paths(self) -> list[str]:
        return [str(self.task), str(self.sdk)]


def unzipped_functions(folder: Path) -> dict[str, LambdaFolder]:
    """By the name of their package: api and workers."""
    sdk = _sdk(folder / "sdk")
    functions = {}
    for package in PACKAGES:
        tell(f"building {package.name}.zip")
        task = folder / package.name
        with zipfile.ZipFile(build(package, machine_arch(), folder).path) as archive:
            archive.extractall(task)
        functions[package.name] = LambdaFolder(task, sdk)
    return functions


def _sdk(folder: Path) -> Path:
    """As the image has it: in a place of its own, compiled."""
    for name in (*SDK, "six"):
        for file in distribution(name).files or ():
            source, target = Path(str(file.locate())), folder / str(file)
            if source.suffix in (".py", ".json", ".gz", ".pem", ".txt") and ".." not in file.parts:
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, target)
    subprocess.run((runtime_python(), "-m", "compileall", "-q", str(folder)), check=True)
    return folder
