"""The release of a version: refused where an alarm rings, and afterwards only so many old versions are kept."""

from pathlib import Path

from tests.infra.terraform.scripts import Desk

RELEASE = ("release.sh", "baton-prod-api", "live", "12", "baton-prod-api-5xx")
DELETE = "aws lambda delete-function --function-name baton-prod-api --qualifier"
POINT = "aws lambda update-alias --function-name baton-prod-api --name live --function-version"


def desk(place: Path, *, live: str = "11", ringing: str = "", versions: str = "$LATEST 7 8 9 10 11 12") -> Desk:
    """Where these versions are there, one of them live, and this alarm rings."""
    listed = "\\n".join(versions.split())
    aws = f"""case "$2" in
  get-alias) echo {live} ;;
  describe-alarms) echo "{ringing}" ;;
  list-versions-by-function) printf '{listed}\\n' ;;
esac"""
    return Desk.at(place, {"aws": aws, "sleep": ""})


def test_an_alarm_takes_the_calls_back_and_deletes_nothing(tmp_path: Path) -> None:
    made = desk(tmp_path, ringing="baton-prod-api-5xx")
    ended = made.run(*RELEASE)
    assert ended.returncode == 1
    assert "back to version 11, because of: baton-prod-api-5xx" in ended.stderr
    assert made.calls(POINT)[-1].startswith("11 ")
    assert made.calls(DELETE) == []


def test_what_is_live_already_is_left_as_it_is(tmp_path: Path) -> None:
    made = desk(tmp_path, live="12")
    assert made.run(*RELEASE).returncode == 0
    assert made.calls(POINT) == made.calls(DELETE) == []


def test_a_version_gets_a_tenth_of_the_calls_then_all_of_them(tmp_path: Path) -> None:
    made = desk(tmp_path)
    assert made.run(*RELEASE).returncode == 0
    assert made.calls(POINT) == [
        "11 --routing-config AdditionalVersionWeights={12=0.1}",
        "12 --routing-config AdditionalVersionWeights={}",
    ]


def test_of_the_old_versions_the_two_newest_are_kept(tmp_path: Path) -> None:
    """Numbers, not words: 9 is older than 10."""
    made = desk(tmp_path)
    assert made.run(*RELEASE).returncode == 0
    assert made.calls(DELETE) == ["9", "8", "7"]


def test_the_live_version_is_kept_however_old_it_is(tmp_path: Path) -> None:
    made = desk(tmp_path, versions="$LATEST 12 13 14 15", live="15")
    assert made.run(*RELEASE).returncode == 0
    assert made.calls(DELETE) == ["13"]


def test_the_first_release_has_nothing_to_delete(tmp_path: Path) -> None:
    made = desk(tmp_path, versions="$LATEST 11 12")
    ended = made.run(*RELEASE)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert made.calls(DELETE) == []
