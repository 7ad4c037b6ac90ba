"""The workflows: quiet where there is no account, and what is applied is what was planned."""

from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
WORKFLOWS = CHECKOUT / ".github" / "workflows"


@pytest.mark.parametrize("name", ["deploy.yml", "terraform-plan.yml"])
def test_without_an_account_nothing_is_planned(name: str) -> None:
    """The other jobs need this one."""
    plan = (WORKFLOWS / name).read_text().partition("\n  plan:\n")[2].partition("    steps:\n")[0]
    (condition,) = [line for line in plan.splitlines() if line.startswith("    if: ")]
    assert condition.endswith("&& vars.STATE_BUCKET != ''")


def test_a_plan_is_applied_with_the_provider_it_was_made_by() -> None:
    deploy = (WORKFLOWS / "deploy.yml").read_text()
    kept, fetched = (line for line in deploy.splitlines() if ".lock.hcl" in line)
    assert kept.split()[-2:] == [".terraform.lock.hcl", '"s3://$BUCKET/plans/$ENVIRONMENT/$GITHUB_RUN_ID.lock.hcl"']
    assert fetched.split()[-2:] == kept.split()[:-3:-1]
    assert deploy.index(fetched) < deploy.index("terraform init -input=false -lockfile=readonly")


def test_what_a_team_says_of_itself_is_not_committed() -> None:
    assert "team.auto.tfvars.json" in (CHECKOUT / ".gitignore").read_text().splitlines()
