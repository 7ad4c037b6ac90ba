"""The value below which a share of the samples lies."""

import math
from collections.abc import Sequence


def percentile(samples: Sequence[float], share: float) -> float:
    """One of the samples: the smallest that is no less than `share` of them."""
    return sorted(samples)[max(0, math.ceil(len(samples) * share) - 1)]
