"""The team's webhook in the table."""

import pytest

from app.repositories.webhooks import WebhookRepository
from tests import factories as make
from tests.conftest import Table


@pytest.fixture
def webhooks(table: Table) -> WebhookRepository:
    return WebhookRepository(table.client, table.name)


def test_there_is_none_until_one_is_set(webhooks: WebhookRepository) -> None:
    assert webhooks.get() is None


def test_the_last_one_set_is_the_one(webhooks: WebhookRepository) -> None:
    first, second = make.webhook(), make.webhook(url="https://other.example.com/")
    webhooks.put(first)
    webhooks.put(second)
    assert webhooks.get() == second


def test_one_that_was_removed_is_gone_and_removing_none_is_no_error(webhooks: WebhookRepository) -> None:
    webhooks.put(make.webhook())
    webhooks.remove()
    webhooks.remove()
    assert webhooks.get() is None
