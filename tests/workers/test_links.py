"""Links in mails: from the settings alone, and tokens that stop one kind of mail to one person."""

from urllib.parse import parse_qs, urlsplit

import pytest

from app.domain.people import Notification
from app.domain.unsubscribe import read_unsubscribe_token
from app.settings import MailSettings
from workers.links import Links, id_text

KEY = b"thirty-two characters of a secret"
LINKS = Links("https://baton.example.com", "https://api.example.com", KEY)


@pytest.mark.parametrize("name", ["a b", "a>\r\nBcc: eve", "a@b", "größe", "a#b"])
def test_no_id_breaks_a_header(name: str) -> None:
    assert set(id_text(name)) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
    assert LINKS.thread("task", name) == f"<task-{id_text(name)}@baton.example.com>"


def test_a_thread_is_named_without_a_port() -> None:
    local = Links("http://127.0.0.1:5173", "http://127.0.0.1:8000", KEY)
    assert local.thread("task", "T1") == "<task-T1@127.0.0.1>"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        (LINKS.unsubscribe("grace", Notification.ASSIGNED), "https://baton.example.com/unsubscribe"),
        (LINKS.unsubscribe_at_once("grace", Notification.ASSIGNED), "https://api.example.com/api/v1/unsubscribe"),
    ],
)
def test_whoever_unsubscribes_needs_nothing_but_the_link(link: str, address: str) -> None:
    parts = urlsplit(link)
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == address
    (token,) = parse_qs(parts.query)["token"]
    assert read_unsubscribe_token(KEY, token) == ("grace", Notification.ASSIGNED)


def test_links_lead_to_the_page() -> None:
    assert LINKS.task("T1") == "https://baton.example.com/tasks/T1"
    assert LINKS.my_tasks == "https://baton.example.com/my-tasks"
    assert LINKS.settings == "https://baton.example.com/settings"


def test_links_come_from_the_settings() -> None:
    environment = {
        "AWS_REGION": "eu-central-1",
        "TABLE_NAME": "baton",
        "PAGE_ORIGIN": LINKS.page_origin,
        "API_URL": LINKS.api_url,
        "MAIL_SENDER": "baton@example.com",
        "SIGNING_KEY": KEY.decode(),
    }
    assert Links.of(MailSettings.read(environment)) == LINKS
