"""The PDF's way to Akoma Ntoso, against pdfplumber's own extraction of words and tables from the same pages."""

import gc
import tracemalloc
from pathlib import Path
from time import perf_counter

from bench.timing import Ratio, ratio

ORDER = Path(__file__).parent.parent / "corpus" / "V2400035172" / "kaz.txt"
FACSIMILE = Path(__file__).parent.parent.parent / "shared" / "source" / "V2400035172.kaz.facsimile.pdf"


def commands_against_a_page() -> tuple[Ratio, ...]:
    """Time the reading of the order's commands, no sentence kept from before, against pdfplumber on one page of it.

    The grammar of the language is built once for a process; that part is told by itself.
    """
    try:
        import pdfplumber
    except ImportError:
        return ()
    if not FACSIMILE.is_file():
        return ()
    from lexkz.amend.reader import read_commands
    from lexkz.languages.commands import read_sentence
    from lexkz.structure import load

    act = load(ORDER)
    started = perf_counter()
    count = len(read_commands(act).commands)
    first = perf_counter() - started

    def ours() -> None:
        read_sentence.cache_clear()
        read_commands(act)

    def floor() -> None:
        with pdfplumber.open(FACSIMILE) as opened:
            opened.pages[0].extract_words()
            opened.pages[0].find_tables()

    name = f"the order's {count} commands"
    measured = ratio(name, ours, floor, against="pdfplumber on one page", limit=1.0)
    share = 1 - measured.ours / max(first, measured.ours)
    print(f"{name}: {count / measured.ours:.0f} a second; building the grammar is {share:.0%} of a first reading")
    return (measured,)


def pdf() -> tuple[Ratio, ...]:
    """Time the facsimile of the order to Akoma Ntoso; nothing where the facsimile or pdfplumber is not at hand."""
    try:
        import pdfplumber
    except ImportError:
        return ()
    if not FACSIMILE.is_file():
        return ()
    from lexkz.structure import load

    def floor() -> None:
        with pdfplumber.open(FACSIMILE) as opened:
            for page in opened.pages:
                page.extract_words()
                page.find_tables()
                page.close()

    words = "extract_words and find_tables"
    return (ratio("the facsimile PDF to Akoma Ntoso", lambda: load(FACSIMILE), floor, against=words, limit=1.15),)


def memory() -> tuple[Ratio, ...]:
    """Measure the most memory that a page of reading takes in a file of 40 pages, against one in a file of 10.

    What is kept of a page (its lines, later its blocks) takes the same in both; pages that were not let go would not
    show in it, so that the second ratio holds it against the size of the blocks themselves.
    """
    try:
        import pdfplumber  # noqa: F401
        import reportlab  # noqa: F401
    except ImportError:
        return ()
    (few, less), (many, more) = _peak(10), _peak(40)
    return (
        Ratio("memory a PDF page, 40 pages", many, few, "a page of 10 pages, in kB", limit=1.1),
        Ratio("memory for 30 more pages", (many * 40 - few * 10) / 30, (more - less) / 30, "their blocks, in kB", 12.0),
    )


def _peak(pages: int) -> tuple[float, float]:
    """Return the most memory that reading takes at a time, a page, and the size of the blocks, in MB."""
    from lexkz.read.pdf import read_pdf
    from tests.facsimile import font
    from tests.facsimile.maker import draw
    from tests.facsimile.model import Setting, Text

    line = "Осы сынақ қағидалары ұйымдар қызметінің тәртібін айқындайды және барлық ұйымдарға қолданылады. " * 2
    data = draw([Text(f"{number}. {line}") for number in range(18 * pages)], Setting(font=sorted(font.files())[0]))
    read_pdf(data)
    tracemalloc.start()
    try:
        source = read_pdf(data)
        most = tracemalloc.get_traced_memory()[1]
        gc.collect()
        kept = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    # Ratio prints thousandths: with megabytes, that is kilobytes.
    return most / (source.pages or 1) / 1e6, kept / 1e6
