"""Whether the API runs. It asks nothing of anything else: a slow table must not make a fleet look dead."""

from fastapi import APIRouter

from app.api.schemas.health import Health

router = APIRouter(tags=["health"])


@router.get("/health")
async def get_health() -> Health:
    return Health()
