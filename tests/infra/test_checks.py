"""The one command of all infrastructure checks: what it names, and that a failure fails it."""

import pytest

from infra import checks
from infra.checks import Check, CheckFailed, main
from infra.terraform_command import Terraform, TerraformMissing


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without terraform and without installing."""
    monkeypatch.setattr(Terraform, "find", lambda: Terraform("terraform", None, {}))
    monkeypatch.setattr(checks, "_install_tools", lambda: None)


def failing() -> None:
    raise CheckFailed("line 7: not so")


def missing() -> Terraform:
    raise TerraformMissing("terraform is missing")


def test_without_terraform_nothing_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Terraform, "find", missing)
    with pytest.raises(SystemExit, match="terraform is missing"):
        main([])


@pytest.mark.usefixtures("offline")
def test_a_word_that_names_no_check_is_refused() -> None:
    with pytest.raises(SystemExit, match="no check has such a name"):
        main(["nonsense"])


@pytest.mark.usefixtures("offline")
def test_one_failure_fails_the_command_and_the_rest_is_still_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = [Check("first", failing), Check("second", lambda: None)]
    monkeypatch.setattr(checks, "_all_checks", lambda _: made)
    with pytest.raises(SystemExit) as ended:
        main([])
    said = capsys.readouterr().out
    assert ended.value.code == 1
    assert "line 7: not so" in said
    assert "1 passed, 1 failed" in said


@pytest.mark.usefixtures("offline")
def test_the_list_names_every_kind_of_check(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--list"])
    names = set(capsys.readouterr().out.splitlines())
    assert {"terraform fmt", "checkov", "actionlint", "zizmor", "shellcheck", "hadolint"} <= names
    assert {"terraform validate bootstrap", "terraform validate, test environments/prod"} <= names
