"""``python -m bench.synthetic DIR --acts N``: write a synthetic corpus, for load tests."""

from argparse import ArgumentParser
from pathlib import Path

from bench.synthetic import synthesise


def main() -> None:
    """Write orders with rules and tables, and orders that amend them, in both languages, to ``DIR/corpus``.

    Their titles say that they are synthetic. DIR must be new or empty: such acts do not go among others.
    """
    options = ArgumentParser(prog="python -m bench.synthetic", description=main.__doc__)
    options.add_argument("directory", type=Path)
    options.add_argument("--acts", type=int, required=True, help="orders to write")
    options.add_argument("--amending", type=int, help="orders that amend them; else twice as many")
    options.add_argument("--seed", type=int, default=1, help="the same seed gives the same bytes")
    given = options.parse_args()
    if given.directory.is_dir() and any(given.directory.iterdir()):
        options.error(f"{given.directory} is not empty: synthetic acts do not go among others")
    made = synthesise(given.directory, acts=given.acts, amending=given.amending, seed=given.seed)
    size = made.size / 1_000_000
    print(f"{made.acts} acts and {made.amending} that amend them, {made.commands} commands, {size:.1f} MB")


if __name__ == "__main__":
    main()
