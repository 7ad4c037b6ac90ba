"""Refusals: their words."""

from app.domain.errors import FieldError, Invalid, Stale


def test_a_stale_version_is_told_the_current_one() -> None:
    refusal = Stale(7)
    assert refusal.current_version == 7
    assert "version 7" in refusal.detail


def test_an_invalid_field_is_named_in_the_detail_and_in_the_list() -> None:
    refusal = Invalid.field("title", "too long")
    assert refusal.detail == "title: too long"
    assert refusal.errors == (FieldError("title", "too long"),)
