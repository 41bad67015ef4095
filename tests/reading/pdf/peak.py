"""``python -m tests.reading.pdf.peak FEW MANY``: what reading that many paragraphs takes at its peak, and what is kept.

A process of its own: in one that has run other tests, their rubbish and their caches are measured as well.
"""

import gc
import sys
import tracemalloc

from lexkz.reading.pdf import read_pdf
from tests.facsimile import font
from tests.facsimile.maker import draw
from tests.facsimile.model import Setting, Text

_LONG = (
    "Осы қағидалар арнаулы әлеуметтік қызметтер көрсететін ұйымдар қызметінің тәртібін айқындайды және барлық "
    "ұйымдарға қолданылады, олардың меншік нысанына және ведомстволық бағыныстылығына қарамастан."
)


def peak(count: int) -> tuple[int, int]:
    """Return the bytes at the peak of reading, and those that the blocks hold after it."""
    data = draw([Text(f"{number}. {_LONG}") for number in range(count)], Setting(font=sorted(font.files())[0]))
    tracemalloc.start()
    try:
        source = read_pdf(data, lang="kaz")
        most = tracemalloc.get_traced_memory()[1]
        gc.collect()
        assert source.pages
        return most, tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()


if __name__ == "__main__":
    peak(1)  # what is loaded once is no page's
    for given in sys.argv[1:]:
        print(*peak(int(given)))
