"""Texts that documents are made of in these tests: those of the repository, the gold acts where they are found."""

from pathlib import Path

from lexkz.amendment.annotate import annotate
from lexkz.consolidation import Consolidation, consolidate
from lexkz.publication.sheet.lay import language, lay
from lexkz.publication.sheet.model import own_text
from lexkz.reading import read_text
from lexkz.reading.blocks import Lang
from lexkz.structure import Act, build, load

ROOT = Path(__file__).parent.parent.parent
GOLD = ROOT.parent / "shared" / "gold"
PAIRS = ("V2300032875", "V2300032941")
ORDER = ROOT / "xml" / "V2400035172" / "kaz.xml"

BEFORE = """Тестовый закон о проверках
Статья 1. Предмет
1. Закон регулирует проверки.
2. Срок – 3 дня.
3. Акт подписывается <b>сразу</b> & хранится.
Статья 2. Действие
Закон вводится в действие со дня подписания.
"""
AFTER = """Тестовый закон о проверках
Статья 1. Предмет
1. Закон регулирует проверки и надзор.
2. Срок – 5 дней.
2-1. Срок продлевается.
Статья 2. Действие
Закон вводится в действие со дня подписания.
"""


def act(text: str, lang: Lang = "rus") -> Act:
    """Return an act from text."""
    return build(read_text(text, lang=lang))


def base(name: str) -> Act:
    """Return the outline of one of the orders that order № 391 amends."""
    return load(ROOT / "xml" / name / "kaz.xml")


def consolidated(name: str) -> Act:
    """Return the consolidated text of one of them."""
    return load(next((ROOT / "consolidated" / name).glob("kaz@*.xml")))


def done(name: str) -> Consolidation:
    """Consolidate one of them again."""
    return consolidate(base(name), [annotate(load(ORDER))])


def words(given: Act) -> list[str]:
    """Return the act's own words as a document has them."""
    found = own_text(lay(given.root, lang=language(given.root), notes=False))
    return [stripped for line in found if (stripped := line.rstrip("\t"))]
