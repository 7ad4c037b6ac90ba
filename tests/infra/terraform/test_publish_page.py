"""The page's way online: what is uploaded, and that nothing is left lying about."""

from pathlib import Path

from tests.infra.terraform.scripts import Desk

AWS = """case "$2" in
  get-app) echo None ;;
  create-deployment) echo "7 https://upload.example.com" ;;
  get-job) echo SUCCEED ;;
esac"""


def test_an_uploaded_page_has_its_configuration_and_leaves_no_archive_behind(tmp_path: Path) -> None:
    page, scratch = tmp_path / "page", tmp_path / "scratch"
    page.mkdir()
    scratch.mkdir()
    desk = Desk.at(tmp_path, {"aws": AWS, "zip": "", "curl": ""})
    ended = desk.run("publish_page.sh", "app", "main", str(page), '{"apiUrl": "x"}', TMPDIR=str(scratch))
    assert ended.returncode == 0, ended.stderr
    assert (page / "config.json").read_text() == '{"apiUrl": "x"}'
    assert desk.calls("curl")[0].endswith("page.zip https://upload.example.com")
    assert list(scratch.iterdir()) == []
