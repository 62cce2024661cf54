"""A share in percent: one way of rounding for every page, document and file."""

from __future__ import annotations

import math


def percent(part: float, whole: float) -> int:
    """The nearest whole percentage of *part* in a *whole* above 0; a half counts up.

    It is 0 only when there is nothing, and 100 only when nothing is missing and nothing too much.
    """
    share = round(100 * part / whole, 6)
    found = math.floor(share + 0.5)
    if part == whole or share in (0, 100):
        return found
    if found == 100:
        return 99 if part < whole else 101
    return max(found, 1) if part > 0 else found
