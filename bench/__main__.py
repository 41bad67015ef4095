"""``python -m bench``: print the ratios; exit 1 where one is above its limit."""

import sys
from collections.abc import Iterator

from bench.cases import building, reading, start_up
from bench.comparing import comparing
from bench.consolidating import LINEAR, consolidating
from bench.interface import interface
from bench.long_acts import long_acts
from bench.many_acts import many_acts
from bench.pdf import commands_against_a_page, growth, memory, pdf
from bench.scaling import scaling
from bench.serving import serving
from bench.site import site
from bench.timing import Ratio


def _all() -> Iterator[Ratio]:
    yield start_up()
    yield from reading()
    yield from many_acts()
    yield from pdf()
    yield from growth()
    yield from memory()
    yield from commands_against_a_page()
    yield from long_acts()
    yield building()
    yield from consolidating()
    yield from interface()
    yield from comparing()
    yield from scaling()
    yield from site()
    yield from serving()


def main() -> int:
    """Run all benchmarks and print them as they come."""
    failed = 0
    for measured in _all():
        over = measured.value > measured.limit
        failed += over
        limit = f"limit {measured.limit:g} ×" + ("  TOO SLOW" if over else "")
        if measured.against == LINEAR:
            print(f"{measured.name:<36} {measured.shown:>24}    limit {measured.limit:g}  (1: linear)", flush=True)
            continue
        print(
            f"{measured.name:<36} {measured.ours * 1000:9.1f} ms  {measured.shown:>8} ×  "
            f"({measured.against}: {measured.floor * 1000:.1f} ms)  {limit}",
            flush=True,
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
