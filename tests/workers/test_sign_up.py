"""Sign-ups: who may, what a confirmed one gets, and that a failure frightens nobody."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from botocore.exceptions import ClientError

from app.domain.people import Role
from app.domain.projects import GENERAL_PROJECT_ID
from app.repositories.accounts import AccountRepository
from app.repositories.people import PeopleRepository
from app.repositories.projects import ProjectRepository
from app.services.registration import Registration
from tests import factories as make
from tests.conftest import REGION, Table
from tests.lambda_events import cognito_trigger
from workers import sign_up
from workers.sign_up import SignUp, SignUpRefused, answer_trigger, handler

if TYPE_CHECKING:
    from mypy_boto3_cognito_idp import CognitoIdentityProviderClient

BEFORE, AFTER = "PreSignUp_SignUp", "PostConfirmation_ConfirmSignUp"


@dataclass
class Groups(AccountRepository):
    """Cognito's groups, or their refusal."""

    out: Exception | None = None
    added: list[tuple[str, str, Role]] = field(default_factory=list)

    def add_to_group(self, user_pool_id: str, username: str, role: Role) -> None:
        if self.out:
            raise self.out
        self.added.append((user_pool_id, username, role))


@pytest.fixture
def people(moto_table: Table) -> PeopleRepository:
    return PeopleRepository(moto_table.client, moto_table.name)


@pytest.fixture
def groups() -> Groups:
    return Groups()


@pytest.fixture
def door(moto_table: Table, people: PeopleRepository, groups: Groups) -> SignUp:
    registration = Registration(people, ProjectRepository(moto_table.client, moto_table.name))
    domains = frozenset({"example.com", "example.org"})
    return SignUp(domains, "first@example.com", groups, registration, clock=lambda: make.NOW)


@pytest.mark.parametrize("source", [BEFORE, "PreSignUp_ExternalProvider"])
@pytest.mark.parametrize(
    "email",
    [
        "eve@evil.example.net",
        "eve@example.com.evil.org",
        "eve@sub.example.com",
        "eve@notexample.com",
        "eve@example.com@evil.org",
        "eve@",
        "example.com@",
        "@",
        "",
    ],
)
def test_an_address_elsewhere_is_refused(source: str, email: str, door: SignUp) -> None:
    with pytest.raises(SignUpRefused, match=r"example\.com or example\.org"):
        answer_trigger(cognito_trigger(source, email=email), door)


def test_a_sign_up_without_an_address_is_refused(door: SignUp) -> None:
    with pytest.raises(SignUpRefused):
        answer_trigger(cognito_trigger(BEFORE), door)


@pytest.mark.parametrize("email", ["max@example.com", "Max@EXAMPLE.com", " max@example.org "])
def test_an_address_of_the_team_is_let_in_and_the_event_given_back(email: str, door: SignUp) -> None:
    event = cognito_trigger(BEFORE, email=email)
    assert answer_trigger(event, door) is event
    assert event["response"] == {"autoConfirmUser": False, "autoVerifyEmail": False, "autoVerifyPhone": False}


@pytest.mark.parametrize("source", ["PreSignUp_AdminCreateUser", "PostConfirmation_ConfirmForgotPassword"])
def test_what_is_no_sign_up_passes_without_a_trace(
    source: str, door: SignUp, people: PeopleRepository, groups: Groups
) -> None:
    user_id = make.user_id()
    event = cognito_trigger(source, sub=user_id, email="eve@elsewhere.example.net")
    assert answer_trigger(event, door) is event
    assert people.get(user_id) is None
    assert groups.added == []


def test_a_failure_after_confirmation_is_counted_and_frightens_nobody(
    door: SignUp, people: PeopleRepository, groups: Groups, capsys: pytest.CaptureFixture[str]
) -> None:
    groups.out = ClientError({"Error": {"Code": "TooManyRequestsException", "Message": ""}}, "AdminAddUserToGroup")
    event = cognito_trigger(AFTER, sub=make.user_id(), email="max@example.com")
    assert answer_trigger(event, door) is event
    assert people.get(event["userName"]) is None
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["SignUpsUnfinished"] == [1.0]


def test_whoever_confirms_gets_a_group_a_profile_and_the_first_project(
    moto_table: Table, door: SignUp, people: PeopleRepository, groups: Groups
) -> None:
    user_id = make.user_id()
    answer_trigger(cognito_trigger(AFTER, sub=user_id, email="Max@Example.com", name=" Max Member "), door)
    assert groups.added == [("eu-central-1_example", user_id, Role.MEMBER)]
    assert people.get(user_id) == make.user(id=user_id, email="max@example.com", name="Max Member")
    assert ProjectRepository(moto_table.client, moto_table.name).get_many([GENERAL_PROJECT_ID])


@pytest.mark.parametrize("email", ["first@example.com", "First@Example.com"])
def test_the_first_admin_is_one_from_the_start(
    email: str, door: SignUp, people: PeopleRepository, groups: Groups
) -> None:
    user_id = make.user_id()
    answer_trigger(cognito_trigger(AFTER, sub=user_id, email=email), door)
    assert [role for _, _, role in groups.added] == [Role.ADMIN]
    found = people.get(user_id)
    assert found
    assert (found.role, found.name) == (Role.ADMIN, email.partition("@")[0].lower())


def test_confirming_twice_is_confirming_once(door: SignUp, people: PeopleRepository) -> None:
    user_id = make.user_id()
    for name in ("Max", "Another"):
        answer_trigger(cognito_trigger(AFTER, sub=user_id, email="max@example.com", name=name), door)
    found = people.get(user_id)
    assert found
    assert found.name == "Max"


@pytest.fixture
def pool(moto_table: Table, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple["CognitoIdentityProviderClient", str]]:
    """A user pool on moto, and a Lambda's environment."""
    cognito = boto3.client("cognito-idp", region_name=REGION)
    pool_id = cognito.create_user_pool(PoolName="team")["UserPool"]["Id"]
    cognito.create_group(UserPoolId=pool_id, GroupName="MEMBER")
    monkeypatch.setenv("TABLE_NAME", moto_table.name)
    monkeypatch.setenv("SIGN_UP_DOMAINS", "example.com")
    monkeypatch.delenv("FIRST_ADMIN_EMAIL", raising=False)
    sign_up._sign_up.cache_clear()
    yield cognito, pool_id
    sign_up._sign_up.cache_clear()


def test_the_lambda_puts_a_confirmed_person_into_the_pools_group(
    pool: tuple["CognitoIdentityProviderClient", str], people: PeopleRepository
) -> None:
    cognito, pool_id = pool
    made: Any = cognito.admin_create_user(UserPoolId=pool_id, Username="max@example.com")
    attributes = {row["Name"]: row["Value"] for row in made["User"]["Attributes"]} | {"email": "max@example.com"}
    event = cognito_trigger(AFTER, pool_id, **attributes) | {"userName": made["User"]["Username"]}
    assert handler(event, None) is event
    members = cognito.list_users_in_group(UserPoolId=pool_id, GroupName="MEMBER")["Users"]
    assert [member["Username"] for member in members] == [event["userName"]]
    assert people.get(attributes["sub"])
