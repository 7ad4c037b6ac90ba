"""The status machine: each move that is allowed, and every other one refused with the allowed ones named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Conflict
from app.domain.people import Role
from app.domain.status import Status, next_statuses, require_transition

MEMBER_MOVES = {
    (Status.OPEN, Status.IN_PROGRESS),
    (Status.IN_PROGRESS, Status.OPEN),
    (Status.IN_PROGRESS, Status.UNDER_REVIEW),
    (Status.UNDER_REVIEW, Status.IN_PROGRESS),
    (Status.UNDER_REVIEW, Status.COMPLETED),
    (Status.COMPLETED, Status.IN_PROGRESS),
}
ADMIN_MOVES = MEMBER_MOVES | {
    (Status.OPEN, Status.CLOSED),
    (Status.COMPLETED, Status.CLOSED),
    (Status.CLOSED, Status.IN_PROGRESS),
}


@pytest.mark.parametrize(("role", "allowed"), [(Role.MEMBER, MEMBER_MOVES), (Role.ADMIN, ADMIN_MOVES)])
def test_each_role_makes_its_moves_and_no_others(role: Role, allowed: set[tuple[Status, Status]]) -> None:
    made = {(current, wanted) for current in Status for wanted in next_statuses(current, role)}
    assert made == allowed


def test_a_refused_move_names_the_allowed_ones() -> None:
    with pytest.raises(Conflict, match=r"OPEN cannot become COMPLETED\. You can move it to IN_PROGRESS or CLOSED\."):
        require_transition(Status.OPEN, Status.COMPLETED, Role.ADMIN)


def test_a_member_is_told_that_only_an_admin_reopens() -> None:
    with pytest.raises(Conflict, match=r"\. Only an admin can reopen it\.$"):
        require_transition(Status.CLOSED, Status.IN_PROGRESS, Role.MEMBER)


def test_an_allowed_move_passes_without_a_word() -> None:
    require_transition(Status.OPEN, Status.IN_PROGRESS, Role.MEMBER)


@given(st.sampled_from(Status), st.sampled_from(Status), st.sampled_from(Role))
def test_the_refusal_and_the_list_of_next_statuses_never_disagree(current: Status, wanted: Status, role: Role) -> None:
    if wanted in next_statuses(current, role):
        require_transition(current, wanted, role)
    else:
        with pytest.raises(Conflict):
            require_transition(current, wanted, role)


@given(st.sampled_from(Status))
def test_an_admin_may_do_all_that_a_member_may(current: Status) -> None:
    assert set(next_statuses(current, Role.MEMBER)) <= set(next_statuses(current, Role.ADMIN))


def test_completed_and_closed_are_done() -> None:
    assert [status for status in Status if status.is_done] == [Status.COMPLETED, Status.CLOSED]
