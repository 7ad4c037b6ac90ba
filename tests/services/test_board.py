"""The board: a card lands where it was dropped, or the drop is refused."""

from collections.abc import Sequence

import pytest

from app.domain.errors import Conflict, NotFound, Stale
from app.domain.people import Principal, Role
from app.domain.projects import GENERAL_PROJECT_ID
from app.domain.status import Status
from app.domain.tasks import Task
from app.services.board import Place
from tests import factories as make
from tests.services.conftest import Register, Services


def column(services: Services, status: Status = Status.OPEN) -> list[str]:
    return [
        card.title for card in services.task_lists.task_lists.of_column(GENERAL_PROJECT_ID, status, make.page()).items
    ]


@pytest.fixture
def lead(register: Register) -> Principal:
    return register(Role.ADMIN)


@pytest.fixture
def cards(services: Services, lead: Principal) -> Sequence[Task]:
    return [services.tasks.create(lead, make.draft(title=title)) for title in "abcd"]


def test_a_card_that_does_not_exist_cannot_be_moved(services: Services, lead: Principal) -> None:
    with pytest.raises(NotFound):
        services.board.move(lead, make.new_ulid(), Place(), 1)


def test_a_move_based_on_an_old_version_is_refused(services: Services, lead: Principal, cards: Sequence[Task]) -> None:
    with pytest.raises(Stale):
        services.board.move(lead, cards[0].id, Place(), 2)


@pytest.mark.parametrize("side", ["above", "below"])
def test_a_neighbour_in_another_column_is_refused(
    services: Services, lead: Principal, cards: Sequence[Task], side: str
) -> None:
    elsewhere = services.tasks.change_status(lead, cards[1].id, Status.IN_PROGRESS)
    place = Place(after_id=elsewhere.id) if side == "above" else Place(before_id=elsewhere.id)
    with pytest.raises(Conflict, match="Reload the board"):
        services.board.move(lead, cards[0].id, place, 1)


def test_a_card_cannot_be_its_own_neighbour(services: Services, lead: Principal, cards: Sequence[Task]) -> None:
    with pytest.raises(Conflict, match="Reload the board"):
        services.board.move(lead, cards[0].id, Place(after_id=cards[0].id), 1)


def test_neighbours_in_the_wrong_order_are_refused(services: Services, lead: Principal, cards: Sequence[Task]) -> None:
    place = Place(after_id=cards[2].id, before_id=cards[1].id)
    with pytest.raises(Conflict, match="Reload the board"):
        services.board.move(lead, cards[0].id, place, 1)


def test_a_move_that_the_status_machine_forbids_is_refused(
    services: Services, lead: Principal, cards: Sequence[Task]
) -> None:
    with pytest.raises(Conflict, match="You can move it to"):
        services.board.move(lead, cards[0].id, Place(Status.COMPLETED), 1)


def test_a_new_card_is_at_the_end_of_its_column(services: Services, cards: Sequence[Task]) -> None:
    assert column(services) == ["a", "b", "c", "d"]


def test_a_card_lands_between_its_neighbours(services: Services, lead: Principal, cards: Sequence[Task]) -> None:
    services.board.move(lead, cards[0].id, Place(after_id=cards[1].id, before_id=cards[2].id), 1)
    assert column(services) == ["b", "a", "c", "d"]


def test_one_neighbour_is_enough_on_either_side(services: Services, lead: Principal, cards: Sequence[Task]) -> None:
    services.board.move(lead, cards[0].id, Place(after_id=cards[2].id), 1)
    assert column(services) == ["b", "c", "a", "d"]
    services.board.move(lead, cards[3].id, Place(before_id=cards[2].id), 1)
    assert column(services) == ["b", "d", "c", "a"]


def test_a_card_can_be_put_first_and_last(services: Services, lead: Principal, cards: Sequence[Task]) -> None:
    services.board.move(lead, cards[3].id, Place(before_id=cards[0].id), 1)
    services.board.move(lead, cards[0].id, Place(after_id=cards[2].id), 1)
    assert column(services) == ["d", "b", "c", "a"]


def test_without_neighbours_a_card_goes_to_the_end(services: Services, lead: Principal, cards: Sequence[Task]) -> None:
    services.board.move(lead, cards[1].id, Place(), 1)
    assert column(services) == ["a", "c", "d", "b"]


def test_a_card_moves_to_a_place_in_another_column(services: Services, lead: Principal, cards: Sequence[Task]) -> None:
    for card in cards[:2]:
        services.tasks.change_status(lead, card.id, Status.IN_PROGRESS)
    place = Place(Status.IN_PROGRESS, after_id=cards[0].id, before_id=cards[1].id)
    moved = services.board.move(lead, cards[2].id, place, 1)
    assert column(services, Status.IN_PROGRESS) == ["a", "c", "b"]
    assert column(services) == ["d"]
    assert services.tasks.get(lead, moved.id) == moved


def test_an_assignees_card_follows_the_move(services: Services, lead: Principal, register: Register) -> None:
    member = register()
    task = services.tasks.create(lead, make.draft(assignee_ids=(member.user_id,)))
    moved = services.board.move(lead, task.id, Place(Status.IN_PROGRESS), 1)
    cards = services.task_lists.task_lists.of_person(member.user_id, make.page()).items
    assert [(card.status, card.rank, card.version) for card in cards] == [(Status.IN_PROGRESS, moved.rank, 2)]
