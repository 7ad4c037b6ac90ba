"""Terraform as the checks and the tests run it: with nothing but what is here, and without an account."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

TERRAFORM = Path(__file__).with_name("terraform")
ENVIRONMENTS = TERRAFORM / "environments"
LACKS_TERRAFORM = "terraform is missing: install version 1.11 or newer."
LACKS_PROVIDER = (
    "terraform cannot get the AWS provider. Where its registry is out of reach, set TF_PLUGIN_DIR to a local mirror,"
    " the folder in which the registry's name, and in that hashicorp/aws, lies."
)


class TerraformMissing(Exception):
    """Terraform or its provider; the text says what to do."""


def folders() -> list[Path]:
    """Of all modules and roots; an override alone is neither."""
    files = (path for path in TERRAFORM.rglob("*.tf") if not path.name.endswith("_override.tf"))
    found = {path.parent for path in files if ".terraform" not in path.parts}
    return sorted(found)


@dataclass(frozen=True)
class Terraform:
    binary: str
    plugins: str | None
    """A local mirror of providers; None: they come from the registry."""
    environment: Mapping[str, str] = field(repr=False)

    @classmethod
    def find(cls, environment: Mapping[str, str] = os.environ, *, data: Path | None = None) -> "Terraform":
        """`data` keeps what `init` leaves out of the folders. Raises TerraformMissing."""
        binary = shutil.which("terraform", path=environment.get("PATH"))
        if binary is None:
            raise TerraformMissing(LACKS_TERRAFORM)
        plugins = environment.get("TF_PLUGIN_DIR") or None
        if plugins and not any(Path(plugins).glob("*/hashicorp/aws")):
            raise TerraformMissing(f"TF_PLUGIN_DIR={plugins} holds no hashicorp/aws under a registry's name.")
        return cls(binary, plugins, _environment(environment, data))

    def run(self, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = (self.binary, *arguments)
        return subprocess.run(  # noqa: S603
            command, cwd=folder, env=dict(self.environment), capture_output=True, text=True, check=False
        )

    def init(self, folder: Path) -> None:
        """Without a backend: no state is read. Raises TerraformMissing."""
        mirror = (f"-plugin-dir={self.plugins}",) if self.plugins else ()
        ended = self.run(folder, "init", "-backend=false", "-input=false", "-no-color", *mirror)
        if ended.returncode:
            raise TerraformMissing(f"{LACKS_PROVIDER}\n{ended.stderr}".rstrip())


def _environment(inherited: Mapping[str, str], data: Path | None) -> dict[str, str]:
    """No account, no question to the outside, and no settings file that is not there."""
    settings = inherited.get("TF_CLI_CONFIG_FILE")
    left_out = {"TF_CLI_CONFIG_FILE"} if settings and not Path(settings).is_file() else set()
    kept = {name: value for name, value in inherited.items() if name not in left_out and not name.startswith("AWS_")}
    own_data = {"TF_DATA_DIR": str(data)} if data else {}
    return {**kept, **own_data, "CHECKPOINT_DISABLE": "1", "TF_IN_AUTOMATION": "1"}
