"""Two synthetic amending acts without a defect, one in each language; each test spoils one place of them."""

from pathlib import Path

from lexkz.checks import check
from lexkz.findings import Finding
from lexkz.reading.blocks import Lang
from lexkz.structure import build
from tests.structure.acts import source

FIXTURES = Path(__file__).parent / "fixtures"
CLEAN: dict[Lang, str] = {lang: (FIXTURES / f"clean.{lang}.txt").read_text(encoding="utf-8") for lang in ("kaz", "rus")}


def findings(text: str, lang: Lang) -> tuple[Finding, ...]:
    """Return what is found in an act given as lines (see tests.structure.acts.source)."""
    return check(build(source(text, lang)))


def spoiled(lang: Lang, old: str, new: str) -> tuple[Finding, ...]:
    """Return what is found in the clean act of ``lang`` with ``new`` once in the place of ``old``."""
    assert old in CLEAN[lang], old
    return findings(CLEAN[lang].replace(old, new, 1), lang)
