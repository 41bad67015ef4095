"""How wide the tests go that combine, generate or repeat: a third in ``make test``, all of it in ``make fuzz``."""

import os

WHOLE = os.environ.get("COMBINED") == "all"
"""Whether all cases run, as ``make fuzz`` has it."""


def examples(whole: int) -> int:
    """Return how many of so many generated examples are tried now."""
    return whole if WHOLE else -(-whole // 3)
