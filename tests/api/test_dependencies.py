"""The wiring: services stand on the table and the user pool that the settings name."""

from typing import Any

import pytest

from app.api.dependencies import Wiring, find_profile, wire
from app.api.errors import Unauthenticated
from app.api.tokens import Claims
from app.domain.people import Role
from app.repositories.accounts import Account
from tests import factories as make
from tests.conftest import Table
from tests.team import SETTINGS, Team
from tests.tokens import CLIENT_ID, ISSUER


@pytest.fixture
def wiring(moto_table: Table) -> Wiring:
    return wire(SETTINGS)


def test_a_profile_whose_account_is_gone_is_no_sign_in(team: Team, signer: Any) -> None:
    user_id = make.user_id()
    with pytest.raises(Unauthenticated):
        find_profile(team.wiring.people, Claims(user_id, frozenset()), signer.token(user_id))


def test_a_first_profile_has_the_role_of_the_tokens_group(team: Team, signer: Any) -> None:
    user_id = make.user_id()
    team.accounts.by_user_id[user_id] = Account("new@example.com", "")
    found = find_profile(team.wiring.people, Claims(user_id, frozenset({"ADMIN"})), signer.token(user_id))
    assert (found.id, found.role, found.name) == (user_id, Role.ADMIN, "new")


def test_tokens_are_held_against_the_pool_and_client_of_the_settings(wiring: Wiring) -> None:
    verifier = wiring.gatekeeper.verifier
    assert (verifier.issuer, verifier.client_id) == (ISSUER, CLIENT_ID)


def test_people_are_changed_in_the_pool_of_the_settings_and_forgotten_at_the_door(wiring: Wiring) -> None:
    assert wiring.team.user_pool_id == SETTINGS.user_pool_id
    assert wiring.team.forget == wiring.gatekeeper.forget


def test_cursors_are_signed_with_the_settings_key(wiring: Wiring) -> None:
    assert wiring.cursors.key == SETTINGS.signing_key


def test_links_are_checked_with_the_settings_key_and_lead_to_the_settings_page(wiring: Wiring) -> None:
    assert (wiring.unsubscribe.key, wiring.page_origin) == (SETTINGS.signing_key, SETTINGS.page_origin)


def test_an_event_asked_for_again_goes_to_the_settings_queue_and_webhooks_stay_outside(wiring: Wiring) -> None:
    assert wiring.webhooks.queue.url == SETTINGS.webhook_queue_url
    assert wiring.webhooks.private_addresses is SETTINGS.webhook_private_addresses is False


def test_what_one_service_writes_the_others_read(wiring: Wiring, team: Team) -> None:
    ada, max_member = team.admin(), team.person()
    principal = make.admin(user_id=ada.id)
    task = wiring.tasks.create(principal, make.draft(assignee_ids=(max_member.id,)))
    assert team.tasks.get(task.id) == task
    assert [card.id for card in wiring.task_lists.task_lists.all_of_person(max_member.id)] == [task.id]
    assert wiring.board.tasks.get(task.id) == task
    assert wiring.people.profile(principal) == ada
    assert wiring.projects.projects.get_many([task.project_id])
