"""Whether the API runs. It asks nothing of anything else: a slow table must not make a fleet look dead."""

from app.api.routers import public_router
from app.api.schemas.health import Health

router = public_router("", "health")


@router.get("/health")
async def get_health() -> Health:
    return Health()
