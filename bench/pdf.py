"""The PDF's way to Akoma Ntoso, against pdfplumber's own extraction of words and tables from the same pages."""

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
    """Measure how what reading takes beyond its blocks grows from 20 to 80 pages: 1 would be linear, 0 not at all."""
    try:
        import pdfplumber  # noqa: F401
        import reportlab  # noqa: F401
    except ImportError:
        return ()
    few, many = _beyond(20), _beyond(80)
    return (Ratio("memory of PDF pages, growth", math.log(many / few), math.log(4), LINEAR, limit=0.5),)


def _beyond(pages: int) -> int:
    """Return the most memory that reading takes at a time, in bytes, less that of the file and of what it returns."""
    data = _facsimile(pages)
    read_pdf(data)
    tracemalloc.start()
    try:
        source = read_pdf(data)
        most = tracemalloc.get_traced_memory()[1]
        gc.collect()
        kept = tracemalloc.get_traced_memory()[0]
        assert source.blocks
        return most - kept
    finally:
        tracemalloc.stop()
