"""Terraform as the checks run it: found, or missed in words that say what to do."""

from pathlib import Path

import pytest

from infra.terraform_command import TERRAFORM, Terraform, TerraformMissing, folders


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder with a program named terraform, which shows its environment."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "terraform").write_text("#!/bin/sh\n/usr/bin/env\n")
    (folder / "terraform").chmod(0o755)
    return folder


def test_no_terraform_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(TerraformMissing, match="install version 1"):
        Terraform.find({"PATH": str(tmp_path)})


def test_a_mirror_without_the_provider_is_said_at_once(programs: Path) -> None:
    with pytest.raises(TerraformMissing, match="TF_PLUGIN_DIR"):
        Terraform.find({"PATH": str(programs), "TF_PLUGIN_DIR": str(programs)})


def test_a_provider_that_cannot_be_had_is_said_with_terraforms_own_words(programs: Path) -> None:
    (programs / "terraform").write_text("#!/bin/sh\necho 'no such host' >&2\nexit 1\n")
    with pytest.raises(TerraformMissing, match=r"TF_PLUGIN_DIR[\s\S]*no such host"):
        Terraform.find({"PATH": str(programs)}).init(programs)


def test_it_runs_without_an_account_and_asks_nobody(programs: Path, tmp_path: Path) -> None:
    settings = tmp_path / "terraformrc"
    inherited = {"PATH": str(programs), "AWS_PROFILE": "mine", "TF_CLI_CONFIG_FILE": str(settings)}
    shown = Terraform.find(inherited, data=tmp_path).run(tmp_path, "version").stdout
    assert "CHECKPOINT_DISABLE=1" in shown
    assert f"TF_DATA_DIR={tmp_path}" in shown
    assert "AWS_PROFILE" not in shown
    assert "TF_CLI_CONFIG_FILE" not in shown, "it names no file"
    settings.touch()
    assert str(settings) in Terraform.find(inherited).run(tmp_path, "version").stdout


def test_every_folder_of_the_tree_is_found() -> None:
    names = {folder.relative_to(TERRAFORM).as_posix() for folder in folders()}
    modules = {"lambda", "api-gateway", "cognito", "dynamodb", "amplify", "notifications", "observability", "iam"}
    assert {f"modules/{name}" for name in modules} <= names
    assert {"environments/dev", "environments/prod", "bootstrap"} <= names


def test_every_module_has_tests() -> None:
    untested = [
        folder.name for folder in folders() if folder.parent.name == "modules" and not (folder / "tests").is_dir()
    ]
    assert untested == []
