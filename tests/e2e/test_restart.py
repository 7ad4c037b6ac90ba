"""Stopping and starting: nothing is lost, nothing is left running, and what stands in the way is one clear line."""

import os
import shutil
import signal
import socket
import subprocess
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from infra.local.people import DEMO_ADMIN, DEMO_MEMBER
from tests.conftest import skip_or_fail
from tests.e2e.mailbox import Mailbox
from tests.e2e.person import Person, signed_in
from tests.e2e.stack import CHECKOUT, COMMAND, Place, a_place, running
from tests.e2e.waiting import wait_until

pytestmark = pytest.mark.e2e


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return a_place(tmp_path / "data")


def demo(place: Place) -> tuple[Person, Person]:
    return signed_in(place, DEMO_ADMIN.email), signed_in(place, DEMO_MEMBER.email)


def listening(place: Place) -> list[str]:
    """The addresses of the stack that still take connections."""
    urls = [place.page_url, place.mail_url, place.aws_url]
    return [url for url in urls if takes_connections(httpx.URL(url))]


def takes_connections(url: httpx.URL) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((url.host, url.port)) == 0


def refusal(place: Place) -> str:
    """What a start says that cannot be."""
    ended = subprocess.run(
        COMMAND, cwd=CHECKOUT, env=place.environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    return ended.stderr.strip()


@pytest.mark.parametrize("variable", ["BATON_PORT", "BATON_AWS_PORT", "BATON_MAIL_PORT", "BATON_SMTP_PORT"])
def test_a_taken_port_is_one_line_naming_it_and_its_variable(place: Place, variable: str) -> None:
    with socket.create_server(("127.0.0.1", int(place.environment[variable]))):
        line = refusal(place)

    assert line.startswith(f"baton: Port {place.environment[variable]} is taken")
    assert variable in line
    assert "\n" not in line


def test_a_missing_node_is_one_line(place: Place) -> None:
    line = refusal(Place(place.data, {**place.environment, "PATH": str(place.data)}))

    assert "Node" in line
    assert "none was found" in line
    assert "\n" not in line


def test_a_stop_loses_nothing_and_leaves_nothing_running(place: Place) -> None:
    mailbox, title = Mailbox(place.mail_url), f"Task {uuid4().hex}"
    with running(place) as stack:
        admin, member = demo(place)
        task = admin.create_task(title, member)
        # Stopped at once: whether its mail has left by then or not, it must come, and come once.
        stack.process.send_signal(signal.SIGTERM)
        assert stack.wait_for_end() == 0
    assert stack.said().rstrip().endswith("Baton has stopped.")
    assert listening(place) == []

    with running(place):
        admin, member = demo(place)
        assert member.ask("GET", f"/tasks/{task['id']}")["title"] == title
        mailbox.wait_for(to=member.email, about=title)
        member.change_status(task["id"], "IN_PROGRESS")
        mailbox.wait_for(to=admin.email, about=title)

        assert [mail.to for mail in mailbox.mails(about=title)] == [member.email, admin.email]


def test_killed_event_sources_stop_the_stack_and_lose_no_event(place: Place) -> None:
    title = f"Task {uuid4().hex}"
    with running(place) as stack:
        admin, member = demo(place)
        events = stack.program("infra.local.events")
        os.kill(events, signal.SIGSTOP)  # so that the event is certainly not handled before the kill
        admin.create_task(title, member)
        os.kill(events, signal.SIGKILL)
        assert stack.wait_for_end() == 1
    assert "events ended by itself with status -9" in stack.said()
    assert listening(place) == []

    with running(place):
        mailbox = Mailbox(place.mail_url)
        mailbox.wait_for(to=DEMO_MEMBER.email, about=title)
        assert len(mailbox.mails(about=title)) == 1


def test_a_killed_api_stops_the_stack_and_keeps_its_data(place: Place) -> None:
    with running(place) as stack:
        task = demo(place)[0].create_task("Kept")
        os.kill(stack.program("infra.local.web"), signal.SIGKILL)
        assert stack.wait_for_end() == 1
    assert "web ended by itself with status -9" in stack.said()
    assert listening(place) == []

    with running(place):
        assert demo(place)[0].ask("GET", f"/tasks/{task['id']}")["title"] == "Kept"


@pytest.mark.skipif(shutil.which("setpriv") is None, reason="needs setpriv, which Linux has in util-linux")
def test_a_stack_that_is_killed_outright_takes_its_programs_along_and_keeps_its_data(place: Place) -> None:
    with running(place) as stack:
        task = demo(place)[0].create_task("Kept")
        stack.process.kill()
        stack.wait_for_end()
        wait_until(lambda: not listening(place), "nothing of the stack is left")

    with running(place):
        assert demo(place)[0].ask("GET", f"/tasks/{task['id']}")["title"] == "Kept"


@pytest.mark.parametrize("who", ["admin", DEMO_MEMBER.email])
def test_a_token_for_curl_is_printed_for_a_nickname_or_an_address(stack: Place, who: str) -> None:
    printed = subprocess.run(
        (*COMMAND, "token", who), cwd=CHECKOUT, env=stack.environment, capture_output=True, text=True, check=True
    )

    answer = httpx.get(
        f"{stack.page_url}/api/v1/users/me", headers={"Authorization": f"Bearer {printed.stdout.strip()}"}
    )
    assert answer.status_code == 200


def test_a_running_stack_is_not_emptied(stack: Place) -> None:
    ended = subprocess.run(
        (*COMMAND, "reset"), cwd=CHECKOUT, env=stack.environment, capture_output=True, text=True, check=False
    )

    assert ended.returncode == 1
    assert "Baton is running" in ended.stderr


def test_on_dynamodb_local_the_same_story_runs_and_is_kept(tmp_path: Path) -> None:
    if shutil.which("java") is None:
        skip_or_fail("STORE=dynamodb-local needs Java 17 or newer: apt-get install default-jre-headless")
    place, title = a_place(tmp_path / "data", STORE="dynamodb-local"), f"Task {uuid4().hex}"
    mailbox = Mailbox(place.mail_url)
    with running(place):
        admin, member = demo(place)
        task = admin.create_task(title, member)
        mailbox.wait_for(to=member.email, about=title)

    with running(place):
        admin, member = demo(place)
        assert member.ask("GET", f"/tasks/{task['id']}")["title"] == title
        member.change_status(task["id"], "IN_PROGRESS")
        mailbox.wait_for(to=admin.email, about=title)
        assert [mail.to for mail in mailbox.mails(about=title)] == [member.email, admin.email]
