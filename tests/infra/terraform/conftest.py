"""Each environment, imagined once for all tests."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from infra.terraform_command import Terraform, TerraformMissing
from tests.infra.terraform.state import Environment, imagined, waits


@pytest.fixture(scope="session", params=["dev", "prod"])
def environment(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    with missing_is_skipped():
        return imagined(Terraform.find(data=tmp_path_factory.mktemp("terraform")), request.param)


@pytest.fixture
def function_waits(tmp_path: Path) -> set[tuple[str, str]]:
    """What in a function's module is made after what."""
    with missing_is_skipped():
        return waits(Terraform.find(data=tmp_path), "modules/lambda")


@contextmanager
def missing_is_skipped() -> Iterator[None]:
    try:
        yield
    except TerraformMissing as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error).splitlines()[0])
