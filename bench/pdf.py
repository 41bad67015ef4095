"""The PDF's way to Akoma Ntoso, against pdfplumber's own extraction of words and tables from the same pages."""

import gc
import math
import tracemalloc
from pathlib import Path
from time import perf_counter, process_time

from bench.consolidating import LINEAR
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
    from lexkz.amendment.reader import read_commands
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


def growth() -> tuple[Ratio, ...]:
    """Measure the exponent with which the time of the processor grows from 30 pages to 300, of points alone and of
    chapters with tables, heads, feet and numbers of lines: whatever a rule looks at all pages for each line makes it
    larger than 1."""
    try:
        import reportlab  # noqa: F401
    except ImportError:
        return ()
    from lexkz.reading.pdf import read_pdf

    made: list[Ratio] = []
    for name, drawn in (("text", _text), ("everything", _everything)):
        times: list[tuple[int, float]] = []
        for pages in (30, 300):
            data = drawn(pages)
            started = process_time()
            source = read_pdf(data, lang="kaz")
            times.append((source.pages or 1, process_time() - started))
            print(
                f"PDF of {times[-1][0]} pages, {name}: {1000 * times[-1][1] / times[-1][0]:.0f} ms a page", flush=True
            )
        (few, less), (many, more) = times
        exponent = math.log(more / less) / math.log(many / few)
        made.append(Ratio(f"growth in pages, {name} (exponent)", exponent, 1.0, LINEAR, 1.05))
    return tuple(made)


def _everything(pages: int) -> bytes:
    from tests.facsimile import font
    from tests.facsimile.maker import draw
    from tests.facsimile.model import CellIn, Piece, Setting, TableIn, Text

    line = "Осы сынақ қағидалары ұйымдар қызметінің тәртібін айқындайды және барлық ұйымдарға қолданылады. " * 2
    made: list[Piece] = []
    for page in range(pages):
        made.append(Text(f"{page + 1}-тарау. Сынақ тәртібі", "center", bold=True))
        made += [Text(f"{10 * page + point}. {line}") for point in range(1, 8)]
        cells = [(str(row), "Сынақ директоры нормативтік-құқықтық", "1", "0,5") for row in range(1, 9)]
        made.append(TableIn(tuple(tuple(map(CellIn, row)) for row in cells), (0.1, 0.3, 0.3, 0.2)))
    head = "Сынақ кодексі, {article}-бап"
    setting = Setting(sorted(font.files())[0], numbers=True, running_head=head, foot=("Бет {page}",), line_numbers=5)
    return draw(made, setting)


def memory() -> tuple[Ratio, ...]:
    """Measure how much more memory a PDF of 40 pages takes at its peak than one of 15, against what its blocks take.

    Pages that were not let go would take some hundred times their blocks. Beside the text of an act, ruled tables of
    short cells are measured, whose blocks are the smallest part.
    """
    try:
        import pdfplumber  # noqa: F401
        import reportlab  # noqa: F401
    except ImportError:
        return ()
    made: list[Ratio] = []
    for name, drawn, limit in (("text", _text, 3.0), ("tables", _tables, 6.0)):
        _peak(drawn(2))
        (pages, few, less), (more_pages, many, more) = _peak(drawn(15)), _peak(drawn(40))
        added = more_pages - pages
        case = f"memory a page more, {name}"
        made.append(Ratio(case, (many - few) / added, (more - less) / added, "its blocks, in MB", limit))
    return tuple(made)


def _text(pages: int) -> bytes:
    from tests.facsimile import font
    from tests.facsimile.maker import draw
    from tests.facsimile.model import Setting, Text

    line = "Осы сынақ қағидалары ұйымдар қызметінің тәртібін айқындайды және барлық ұйымдарға қолданылады. " * 2
    return draw([Text(f"{number}. {line}") for number in range(18 * pages)], Setting(font=sorted(font.files())[0]))


def _tables(pages: int) -> bytes:
    from tests.facsimile import font
    from tests.facsimile.maker import draw
    from tests.facsimile.model import CellIn, Setting, TableIn

    rows = [tuple(CellIn(text) for text in (str(row), "Сынақ директоры", "1", "0,5")) for row in range(1, 38 * pages)]
    table = TableIn(tuple(rows), (0.1, 0.5, 0.2, 0.2))
    return draw([table], Setting(font=sorted(font.files())[0]))


def _peak(data: bytes) -> tuple[int, float, float]:
    """Return the pages of a PDF, the most memory that reading it takes at a time and what is left of it, in MB."""
    from lexkz.reading.pdf import read_pdf

    tracemalloc.start()
    try:
        # The language given: to tell it, a sample of the text is looked at, however many pages follow.
        source = read_pdf(data, lang="kaz")
        most = tracemalloc.get_traced_memory()[1]
        gc.collect()
        kept = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    return source.pages or 1, most / 1e6, kept / 1e6
