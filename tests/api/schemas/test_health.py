"""Health on the wire."""

from app.api.schemas.health import Health


def test_health_is_one_word() -> None:
    assert Health().model_dump() == {"status": "ok"}
