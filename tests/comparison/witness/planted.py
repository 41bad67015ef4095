"""Faults planted in one language of the made-up order: one change a seed, and the unit at which it must be named.

``python -m tests.comparison.witness.planted COUNT [FIRST]`` plants so many and says which are not named at their unit.
"""

import random
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

from lexkz.akn.text import paragraphs
from lexkz.amendment.annotate import annotate
from lexkz.api import read_text
from lexkz.comparison.witness.agreement import disagreements
from lexkz.comparison.witness.disagreement import Disagreement
from lexkz.reading.blocks import Lang
from lexkz.structure.model import Act

HERE = Path(__file__).parent
Lines = list[str]
LABEL = re.compile(r"^(\d+(?:-\d+)?)([.)])\s")


@dataclass(frozen=True)
class Planted:
    """One change."""

    act: str
    """``order`` or ``amending``: the folder of its texts."""
    lang: Lang
    kind: str
    text: str
    """The whole text with the change."""
    where: str
    """The changed paragraph as it stood; the fault must be named at its point."""


def texts(act: str) -> dict[str, str]:
    """Return both texts of an act as they were written."""
    return {lang: (HERE / act / f"{lang}.txt").read_text(encoding="utf-8") for lang in ("kaz", "rus")}


def planted(seed: int) -> Planted:
    """Return the change of ``seed``: the kinds take turns, act, language and place are drawn."""
    rng = random.Random(seed)
    while True:
        act = "amending" if KINDS[seed % len(KINDS)] in AMENDING else "order"
        if KINDS[seed % len(KINDS)] in BOTH:
            act = rng.choice(("order", "amending"))
        lang: Lang = rng.choice(("kaz", "rus"))
        lines = texts(act)[lang].split("\n\n")
        kind = KINDS[seed % len(KINDS)]
        made = PLANTS[kind](lines, rng)
        if made is not None and made[0] != lines:
            return Planted(act, lang, kind, "\n\n".join(made[0]), made[1])


Made = tuple[Lines, str] | None


def _units(lines: Lines) -> list[int]:
    """Places of numbered paragraphs whose number is one of a row: a neighbour makes dropping it plain."""
    return [place for place, line in enumerate(lines) if LABEL.match(line)]


def _alone(lines: Lines, place: int) -> bool:
    """Whether a point has no subpoints below it and does not close a list."""
    after = lines[place + 1] if place + 1 < len(lines) else ""
    return not re.match(r"^\d+\)", after)


def _drop(lines: Lines, rng: random.Random) -> Made:
    place = rng.choice([one for one in _units(lines) if _alone(lines, one)])
    return lines[:place] + lines[place + 1 :], lines[place]


def _double(lines: Lines, rng: random.Random) -> Made:
    place = rng.choice([one for one in _units(lines) if _alone(lines, one)])
    return [*lines[: place + 1], lines[place], *lines[place + 1 :]], lines[place]


def _move(lines: Lines, rng: random.Random) -> Made:
    """A point goes, number and all, five points down."""
    points = [one for one in _units(lines) if re.match(r"^\d+\.", lines[one]) and _alone(lines, one)]
    at = rng.randrange(len(points) - 5)
    moved = lines[points[at]]
    rest = lines[: points[at]] + lines[points[at] + 1 :]
    target = points[at + 5]
    return [*rest[:target], moved, *rest[target:]], moved


def _number(lines: Lines, rng: random.Random) -> Made:
    """The number of a unit is another one that the act does not have."""
    place = rng.choice(_units(lines))
    label = LABEL.match(lines[place])
    assert label is not None
    return _put(lines, place, re.sub(r"^\d+(?:-\d+)?", str(int(label[1].split("-")[0]) + 70), lines[place], count=1))


def _digit(lines: Lines, rng: random.Random) -> Made:
    """One figure of a number within the text of a unit becomes another."""
    place = rng.choice([one for one in _units(lines) if re.search(r"\d", LABEL.sub("", lines[one], count=1))])
    head = LABEL.match(lines[place])
    assert head is not None
    figures = [found for found in re.finditer(r"\d", lines[place]) if found.start() >= head.end()]
    found = rng.choice(figures)
    other = rng.choice([digit for digit in "123456789" if digit != found[0]])
    return _put(lines, place, lines[place][: found.start()] + other + lines[place][found.end() :])


_MONTHS = (
    ("января", "февраля", "марта", "апреля", "мая", "июня",
     "июля", "августа", "сентября", "октября", "ноября", "декабря"),
    ("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
     "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"),
)  # fmt: skip


def _date(lines: Lines, rng: random.Random) -> Made:
    """The month of a day becomes the next."""
    for months in _MONTHS:
        pattern = re.compile("|".join(months))
        places = [one for one in _units(lines) if re.search(rf"\d\s(?:жылғы\s\d+\s)?(?:{pattern.pattern})", lines[one])]
        if places:
            place = rng.choice(places)
            found = pattern.search(lines[place])
            assert found is not None
            after = months[(months.index(found[0]) + 1) % 12]
            return _put(lines, place, lines[place].replace(found[0], after, 1))
    return None


_WORDS = (
    ("пяти ", "семи "), ("десяти", "двадцати"), ("двух", "трех"), ("трех", "пяти"), ("бес жұмыс", "алты жұмыс"),
    ("(он бес)", "(он алты)"), ("(он)", "(отыз)"), ("екі жұмыс", "үш жұмыс"), ("үш ай", "екі ай"),
    ("(пятнадцать)", "(шестнадцать)"), ("(десяти)", "(двенадцати)"), ("екі маман", "төрт маман"),
)  # fmt: skip


def _amount(lines: Lines, rng: random.Random) -> Made:
    """A number in words becomes another."""
    found = [
        (place, old, new)
        for place in _units(lines)
        for old, new in _WORDS
        if old in lines[place] and "қолданысқа енгіз" not in lines[place] and "вводится" not in lines[place]
    ]
    if not found:
        return None
    place, old, new = rng.choice(found)
    return _put(lines, place, lines[place].replace(old, new, 1))


def _reference(lines: Lines, rng: random.Random) -> Made:
    """A reference leads to the next unit."""
    pattern = re.compile(
        r"(?:(?<=пункта )|(?<=пункте )|(?<=статьи )|(?<=статьей )|(?<=приложению ))\d+|\d+(?=-тармағ|-баб)"
    )
    places = [one for one in _units(lines) if pattern.search(lines[one])]
    place = rng.choice(places)
    found = pattern.search(lines[place])
    assert found is not None
    return _put(lines, place, f"{lines[place][: found.start()]}{int(found[0]) + 1}{lines[place][found.end() :]}")


def _kind(lines: Lines, rng: random.Random) -> Made:
    """A reference by the same number leads to a unit of another kind."""
    pairs = (
        ("пункта", "статьи"),
        ("пункте", "статье"),
        ("тармағының", "бабының"),
        ("тармағында", "бабында"),
        ("статьи", "пункта"),
    )
    places = [
        (one, old, new)
        for one in _units(lines)
        for old, new in pairs
        if re.search(rf"(?<!под)(?<!\w){old} \d|\d-{old}", lines[one])
    ]
    place, old, new = rng.choice(places)
    return _put(lines, place, re.sub(rf"(?<!под)(?<!\w){old}(?= \d)|(?<=\d-){old}", new, lines[place], count=1))


def _row(lines: Lines, rng: random.Random) -> Made:
    place = rng.choice([one for one, line in enumerate(lines) if line.count("\t") > 4])
    rows = lines[place].strip().split("\n")
    gone = rng.randrange(1, len(rows))
    return [*lines[:place], "\n".join(rows[:gone] + rows[gone + 1 :]), *lines[place + 1 :]], rows[gone]


def _cell(lines: Lines, rng: random.Random) -> Made:
    place = rng.choice([one for one, line in enumerate(lines) if line.count("\t") > 1])
    rows = lines[place].split("\n")
    numbered = [at for at, row in enumerate(rows) if re.match(r"^\d", row)]
    at = rng.choice(numbered)
    cells = rows[at].split("\t")
    cells[-1] = str(int(cells[-1]) + rng.randrange(1, 9))
    changed = [*rows[:at], "\t".join(cells), *rows[at + 1 :]]
    return [*lines[:place], "\n".join(changed), *lines[place + 1 :]], rows[at]


def _annex(lines: Lines, rng: random.Random) -> Made:
    """The corner mark of an annex bears another number."""
    marks = [one for one, line in enumerate(lines) if re.match(r"^Приложение \d|.*\d-қосымша$", line)]
    place = rng.choice(marks)
    changed = re.sub(r"(?<=Приложение )\d|\d(?=-қосымша$)", lambda found: str(int(found[0]) + 4), lines[place])
    return _put(lines, place, changed)


def _target(lines: Lines, rng: random.Random) -> Made:
    """A command addresses the next point."""
    pattern = re.compile(r"(?:(?<=^пункт )|(?<=^в пункте )|(?<= пункта ))\d+|^\d+(?=-тармақ)")
    places = [one for one, line in enumerate(lines) if pattern.search(line) and not LABEL.match(line)]
    place = rng.choice(places)
    found = pattern.search(lines[place])
    assert found is not None
    return _put(lines, place, f"{lines[place][: found.start()]}{int(found[0]) + 2}{lines[place][found.end() :]}")


def _command(lines: Lines, rng: random.Random) -> Made:
    """A command that stands in one line is dropped."""
    places = [
        one
        for one, line in enumerate(lines)
        if re.search(r"(?:исключить|алып тасталсын|заменить .*|ауыстырылсын);$", line)
    ]
    place = rng.choice(places)
    return lines[:place] + lines[place + 1 :], lines[place]


def _entry(lines: Lines, _: random.Random) -> Made:
    """The clause on entry into force says another span."""
    for old, new in (
        ("десяти календ", "двадцати календ"),
        ("шестидесяти", "тридцати"),
        ("күнтізбелік он күн", "күнтізбелік жиырма күн"),
        ("алпыс", "отыз"),
    ):
        for place, line in enumerate(lines):
            if old in line and re.search(r"вводится|қолданысқа енгізіледі", line):
                return _put(lines, place, line.replace(old, new))
    return None


def _put(lines: Lines, place: int, changed: str) -> Made:
    return [*lines[:place], changed, *lines[place + 1 :]], lines[place]


PLANTS: dict[str, Callable[[Lines, random.Random], Made]] = {
    "unit dropped": _drop,
    "unit doubled": _double,
    "unit moved": _move,
    "number": _number,
    "digit": _digit,
    "date": _date,
    "amount in words": _amount,
    "reference": _reference,
    "kind of reference": _kind,
    "target": _target,
    "command dropped": _command,
    "row": _row,
    "cell": _cell,
    "annex number": _annex,
    "entry into force": _entry,
}
KINDS = tuple(PLANTS)
AMENDING = frozenset({"target", "command dropped"})
BOTH = frozenset({"digit", "cell", "entry into force", "row"})


@cache
def written(act: str, lang: Lang) -> Act:
    """Return a text of the pair as it was written, structured."""
    return read_text(texts(act)[lang], lang=lang).tree


def found(fault: Planted) -> tuple[Disagreement, ...]:
    """Return the disagreements of the changed text and the other language's text."""
    acts = {lang: written(fault.act, lang) for lang in ("kaz", "rus")}
    acts[fault.lang] = read_text(fault.text, lang=fault.lang).tree
    return disagreements(acts["kaz"], acts["rus"])


def is_named(fault: Planted, told: tuple[Disagreement, ...]) -> bool:
    """Whether a disagreement that a person must look at stands at the changed point, or at what is around it."""
    point = re.sub(r"__(?:subpara|al|p|tr|table).*", "", _home(fault))
    places = [
        eid.partition("::")[0]
        for one in told
        if one.finding.severity != "info"
        for eid in (one.unit, one.kaz.eid or "", one.rus.eid or "")
        if eid
    ]
    return any(eid.startswith(point) or point.startswith(eid) for eid in places)


def _home(fault: Planted) -> str:
    """eId of the smallest unit of the unchanged text that holds the changed paragraph."""
    wanted = re.sub(r"\W", "", fault.where)
    root = annotate(written(fault.act, fault.lang))[0].root
    at = ""
    for element in root.iter(etree.Element):
        eid = element.get("eId")
        if eid and wanted in re.sub(r"\W", "", "".join(paragraphs(element))):
            at = eid
    return at


if __name__ == "__main__":
    count, first = int(sys.argv[1]), int((*sys.argv, "0")[2])
    missed = [fault for seed in range(first, first + count) if not is_named(fault := planted(seed), found(fault))]
    for fault in missed:
        print(f"{fault.act} {fault.lang} {fault.kind}: {fault.where[:100]!r}")
    print(f"{count - len(missed)} of {count} named at the right unit")
