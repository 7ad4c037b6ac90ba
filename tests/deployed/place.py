"""Where the deployed environment answers: its API behind the gateway, its user pool, its mail, and the AWS under it."""

import json
import re
from dataclasses import dataclass, replace
from typing import Any

import boto3
import httpx

from infra.local.sign_in import sign_in
from infra.local.user_pool import UserPool
from tests.e2e.person import PASSWORD, Person
from tests.e2e.waiting import wait_until
from tests.lambda_events import cognito_trigger

NAME = "baton-dev"


@dataclass(frozen=True)
class Place:
    """`aws_url` is the emulator's; which AWS is meant is what the environment tells the SDK."""

    aws_url: str
    api: str
    pool: UserPool

    @classmethod
    def of(cls, aws_url: str, config: dict[str, str]) -> "Place":
        """`config` is the page's own, Terraform's output page_config."""
        api_id, stage = re.findall(r"//([^.]+)\.|/([^/]+)$", config["apiUrl"])
        path = f"{aws_url}/restapis/{api_id[0]}/{stage[1]}/_user_request_"
        return cls(aws_url, path, UserPool(config["userPoolId"], config["userPoolClientId"]))

    def sign_up(self, email: str, name: str) -> None:
        """As the page does: Cognito takes the address from the user name."""
        self._cognito.sign_up(
            ClientId=self.pool.client_id,
            Username=email,
            Password=PASSWORD,
            UserAttributes=[{"Name": "name", "Value": name}],
        )

    def newcomer(self, email: str, name: str) -> Person:
        """The whole way: sign-up, the code from the mail, confirmation, sign-in."""
        self.sign_up(email, name)
        code = re.search(r"\b\d{6}\b", self.wait_for_mail(email, "code")["BodyText"])
        assert code
        self._cognito.confirm_sign_up(ClientId=self.pool.client_id, Username=email, ConfirmationCode=code.group())
        self._after_confirmation(email)
        token = sign_in(self._cognito, self.pool, email=email, password=PASSWORD)
        person = Person("", email, self.api, token)
        return replace(person, id=person.ask("GET", "/users/me")["id"])

    def _after_confirmation(self, email: str) -> None:
        """What Cognito calls after a confirmation and the emulator does not: the trigger, as it is deployed."""
        found = self._cognito.admin_get_user(UserPoolId=self.pool.id, Username=email)
        attributes = {row["Name"]: row["Value"] for row in found["UserAttributes"]}
        trigger = cognito_trigger("PostConfirmation_ConfirmSignUp", self.pool.id, **attributes)
        assert self.invoke("sign-up", trigger) == trigger

    def invoke(self, function: str, event: object) -> Any:
        """By its alias, as whoever calls it on AWS does."""
        answer = boto3.client("lambda").invoke(
            FunctionName=f"{NAME}-{function}", Qualifier="live", Payload=json.dumps(event)
        )
        return json.load(answer["Payload"])

    def wait_for_mail(self, to: str, about: str) -> dict[str, Any]:
        mail = wait_until(lambda: self.mail(to, about), f"a mail to {to} about {about!r}", seconds=60)
        assert mail
        return mail

    def mail(self, to: str, about: str) -> dict[str, Any] | None:
        """The newest with these words. The emulator shows what SES was given."""
        kept = httpx.get(f"{self.aws_url}/_ministack/ses/messages").raise_for_status().json()["messages"]
        mails = [mail for account in kept.values() for mail in account if to in mail["To"]]
        found = [mail for mail in mails if about in mail["Subject"] or about in mail["BodyText"]]
        return found[-1] if found else None

    @property
    def _cognito(self) -> Any:
        return boto3.client("cognito-idp")
