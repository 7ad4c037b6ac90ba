"""A person at the API: signs up, signs in by SRP as the page does, and then asks in their own name."""

import re
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

import httpx

from infra.local.people import DEMO_PASSWORD
from infra.local.sign_in import sign_in
from infra.local.user_pool import UserPool
from tests.e2e.mailbox import Mailbox
from tests.e2e.stack import Place

# No connection is kept: the stack at its other end may be another one by the next request.
CLIENT = httpx.Client(timeout=30, limits=httpx.Limits(max_keepalive_connections=0))
PASSWORD = "Right-horse-battery-1"


@dataclass(frozen=True)
class Person:
    id: str
    email: str
    origin: str
    token: str

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> Any:
        answer = CLIENT.request(
            method,
            f"{self.origin}/api/v1{path}",
            json=body,
            headers={"Authorization": f"Bearer {self.token}", **headers},
        )
        answer.raise_for_status()
        return answer.json() if answer.content else None

    def create_task(self, title: str, *assignees: "Person", **fields: object) -> Any:
        body = {"title": title, "assigneeIds": [person.id for person in assignees], **fields}
        return self.ask("POST", "/tasks", body)

    def change_status(self, task_id: str, status: str) -> Any:
        return self.ask("PATCH", f"/tasks/{task_id}/status", {"status": status})


def signed_in(place: Place, email: str, password: str = DEMO_PASSWORD) -> Person:
    config = place.config()
    pool = UserPool(config["userPoolId"], config["userPoolClientId"])
    token = sign_in(place.cognito, pool, email=email, password=password)
    caller = Person("", email, place.page_url, token)
    return replace(caller, id=caller.ask("GET", "/users/me")["id"])


def sign_up(place: Place, email: str) -> None:
    """As the page does: Cognito takes the address from the user name."""
    place.cognito.sign_up(
        ClientId=place.config()["userPoolClientId"],
        Username=email,
        Password=PASSWORD,
        UserAttributes=[{"Name": "name", "Value": "New Comer"}],
    )


def newcomer(place: Place) -> Person:
    """Goes the whole way: sign-up, the code from the mail, confirmation, sign-in."""
    email = f"newcomer-{uuid4().hex}@example.com"
    sign_up(place, email)
    mail = Mailbox(place.mail_url).wait_for(to=email, about="code")
    code = re.search(r"\b\d{6}\b", mail.text)
    assert code, mail.text
    client_id = place.config()["userPoolClientId"]
    place.cognito.confirm_sign_up(ClientId=client_id, Username=email, ConfirmationCode=code.group())
    return signed_in(place, email, PASSWORD)
