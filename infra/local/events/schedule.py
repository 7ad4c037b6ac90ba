"""Invokes a function every hour, and once at the start, as EventBridge's schedule does."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from infra.local.events.lambda_events import Handler, LambdaContext, schedule_event

logger = logging.getLogger(__name__)

SECONDS_BETWEEN = 3600.0
SECONDS_TO_RETRY = 60.0


@dataclass
class ScheduleSource:
    function_name: str
    handler: Handler
    region: str
    clock: Callable[[], float] = time.monotonic
    _due: float | None = field(default=None, init=False)

    def __call__(self) -> int:
        """Gives 1 if the function was due, 0 if not."""
        if self._due is not None and self.clock() < self._due:
            return 0
        self._due = self.clock() + (SECONDS_BETWEEN if self._invoke() else SECONDS_TO_RETRY)
        return 1

    def _invoke(self) -> bool:
        event = schedule_event(datetime.now(UTC), region=self.region, function_name=self.function_name)
        try:
            self.handler(event, LambdaContext(self.function_name))
        except Exception:
            logger.exception("%s failed; trying again in a minute", self.function_name)
            return False
        return True
