"""``python -m fuzz.facsimiles [--seconds N]``: what PDF keeps, held over acts that no run has seen before."""

import argparse
import secrets
import sys
import time

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.facsimile import acts
from tests.facsimile.model import Piece, Setting
from tests.reading.pdf.test_conservation import held_in_facsimile

_EXAMPLES = 14
"""Of one seed: later ones are mostly variants of the first."""


def main() -> int:
    """Set and read acts until the time is over; a failing one is printed with its seed. Return 1 where one fails."""
    asked = argparse.ArgumentParser(prog="python -m fuzz.facsimiles", description=__doc__)
    asked.add_argument("--seconds", type=int, default=60)
    end = time.monotonic() + asked.parse_args().seconds
    runs = 0
    while time.monotonic() < end:
        number = secrets.randbelow(2**32)
        for borders in (True, False):
            try:
                _run(number, borders=borders)
            except Exception as error:
                print(f"facsimiles: seed {number}, borders {borders}: {error}", flush=True)
                return 1
            runs += _EXAMPLES
    print(f"facsimiles: {runs} acts, none read otherwise than set without a finding", flush=True)
    return 0


def _run(number: int, *, borders: bool) -> None:
    # Nothing is made smaller: that takes minutes, and the seed is enough to do it by hand.
    @settings(
        max_examples=_EXAMPLES,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @seed(number)
    @given(acts.acts(rows=40 if borders else 8), acts.settings(borders=borders))
    def held(act: tuple[Piece, ...], setting: Setting) -> None:
        held_in_facsimile(act, setting)

    held()


if __name__ == "__main__":
    sys.exit(main())
