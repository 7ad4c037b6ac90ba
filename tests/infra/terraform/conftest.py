"""Each environment, imagined once for all tests."""

import os

import pytest

from infra.terraform_command import Terraform, TerraformMissing
from tests.infra.terraform.state import Environment, imagined


@pytest.fixture(scope="session", params=["dev", "prod"])
def environment(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    try:
        return imagined(Terraform.find(data=tmp_path_factory.mktemp("terraform")), request.param)
    except TerraformMissing as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error).splitlines()[0])
