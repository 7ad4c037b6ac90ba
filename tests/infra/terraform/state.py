"""An environment as Terraform would make it, with AWS imagined: every resource with its settings."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from infra.terraform_command import ENVIRONMENTS, TERRAFORM, Terraform

# Of the run in tests/environment.tftest.hcl that makes an environment as its tfvars say.
RUN = "fits_together"


@dataclass(frozen=True)
class Resource:
    address: str
    type: str
    values: dict[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def document(self, name: str) -> Any:
        """Of a value that is JSON as text."""
        return json.loads(self.values[name])


@dataclass(frozen=True)
class Environment:
    name: str
    resources: tuple[Resource, ...]

    @property
    def prefix(self) -> str:
        return f"baton-{self.name}"

    def of_type(self, kind: str, within: str = "") -> list[Resource]:
        """`within`: what the address begins with, such as module.api."""
        return [each for each in self.resources if each.type == kind and each.address.startswith(within)]

    def one(self, kind: str, within: str = "") -> Resource:
        (found,) = self.of_type(kind, within)
        return found


def imagined(terraform: Terraform, name: str) -> Environment:
    folder = ENVIRONMENTS / name
    terraform.init(folder)
    ended = terraform.run(folder, "test", "-json", "-verbose", "-filter=tests/environment.tftest.hcl")
    assert ended.returncode == 0, ended.stdout[-5000:]
    messages = map(json.loads, ended.stdout.splitlines())
    state = next(each["test_state"] for each in messages if each["type"] == "test_state" and each["@testrun"] == RUN)
    return Environment(name, tuple(_resources(state["root_module"])))


def waits(terraform: Terraform, name: str) -> set[tuple[str, str]]:
    """Of a module: each resource, and what is made before it."""
    folder = TERRAFORM / name
    terraform.init(folder)
    ended = terraform.run(folder, "graph")
    assert ended.returncode == 0, ended.stderr
    return set(re.findall(r'^ *"(.+)" -> "(.+)";$', ended.stdout, re.MULTILINE))


def _resources(module: dict[str, Any]) -> Iterator[Resource]:
    for each in module.get("resources", ()):
        if each["mode"] == "managed":
            yield Resource(each["address"], each["type"], each["values"])
    for child in module.get("child_modules", ()):
        yield from _resources(child)


def code_of(name: str) -> list[Path]:
    return sorted((ENVIRONMENTS / name).glob("*.tf"))
