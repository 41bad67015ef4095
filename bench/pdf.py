"""The PDF's way to Akoma Ntoso, against pdfplumber's own extraction of words and tables from the same pages."""

from pathlib import Path

from bench.timing import Ratio, ratio

FACSIMILE = Path(__file__).parent.parent.parent / "shared" / "source" / "V2400035172.kaz.facsimile.pdf"


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
