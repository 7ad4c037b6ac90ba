"""Messages about digests: ten a request, and what was refused is told."""

import pytest
from botocore.exceptions import ClientError

from tests import factories as make
from tests.workers.post_office import TIMED_OUT, DigestMessages, refusal
from workers.digest_queue import DigestDue, message_of, to_digest_due


def due(user_id: str) -> DigestDue:
    return DigestDue("bulk", user_id, make.NOW)


@pytest.mark.parametrize("error", [refusal("ServiceUnavailable"), TIMED_OUT])
def test_where_the_queue_is_away_nothing_is_announced(error: ClientError) -> None:
    assert DigestMessages(out=error).queue.announce([due("ada"), due("grace")]) == {due("ada"), due("grace")}


def test_what_the_queue_refuses_is_told_by_itself() -> None:
    digests = [due(f"person-{number}") for number in range(25)]
    messages = DigestMessages(refused={"person-3", "person-24"})
    assert messages.queue.announce(digests) == {digests[3], digests[24]}
    assert messages.batch_sizes == [10, 10, 5]
    assert len(messages.bodies) == 23


def test_nothing_is_asked_of_the_queue_without_digests() -> None:
    messages = DigestMessages()
    assert messages.queue.announce([]) == set()
    assert messages.batch_sizes == []


def test_a_message_comes_back_as_it_went() -> None:
    assert to_digest_due(message_of(due("ada"))) == due("ada")
