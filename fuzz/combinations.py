"""``python -m fuzz.combinations [--seed N] [--count 500]``: made-up acts with made-up commands, held against a model of
plain lists, in both languages; exit 1 where a text, a proof or a finding is not as it must be."""

import argparse
import sys

from tests.consolidation.made_up import made_up
from tests.consolidation.plain_lists import SAID
from tests.consolidation.test_made_up import chained, differences


def main() -> int:
    """Try ``count`` acts a language from ``seed`` on and print what does not hold, with the seed that shows it."""
    asked = argparse.ArgumentParser(prog="python -m fuzz.combinations", description=__doc__)
    asked.add_argument("--seed", type=int, default=1, help="which acts: each seed has its own")
    asked.add_argument("--count", type=int, default=500, help="acts a language")
    asked.add_argument("--most", type=int, default=8, help="commands an act at most")
    given = asked.parse_args()
    wrong = 0
    for number in range(given.count):
        for lang in sorted(SAID):
            seed = given.seed * 1_000_000 + number
            found = differences(made_up(seed, lang, most=given.most))
            found += chained(made_up(seed, lang, most=given.most))
            for difference in found:
                wrong += 1
                print(f"{lang} {seed}: {difference}", flush=True)
    print(f"combinations: {given.count} acts a language, {wrong} differences", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
