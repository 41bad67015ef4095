"""Whether the Kazakh and the Russian text of an act say the same, as far as that can be told without translating.

An order is equally authentic in both languages: where the texts disagree in a number, a day, a unit, one of them is
wrong, or was misread. Neither is taken for the right one.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from lexkz.akn.meta import read_identity
from lexkz.akn.namespace import q
from lexkz.akn.text import paragraphs
from lexkz.amendment.annotate import annotate
from lexkz.amendment.model import Reading
from lexkz.comparison.witness.command_agreement import command_disagreements, excused_holders, quotation_names
from lexkz.comparison.witness.disagreement import Disagreement, WitnessSide, disagreement
from lexkz.comparison.witness.portions import Portion, Portions, inside, portions
from lexkz.comparison.witness.qualified import posts, signed, turned
from lexkz.comparison.witness.said import Said, apart, said
from lexkz.comparison.witness.table_agreement import table_disagreements
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold
from lexkz.languages.language import words_of
from lexkz.languages.references import LANGS
from lexkz.structure.model import Act

_LENGTHS = (0.68, 1.4)
"""Kazakh characters to one Russian that are usual for a point; measured on real pairs of orders (two-languages §7)."""
_LONG_ENOUGH = 160
"""Characters of the shorter text from which these lengths say anything: a short point differs by one long word."""
_SHORT_LENGTHS = (0.5, 2.0)
"""The same for a shorter text, of which the longer one is at least so long: half of it is missing, perhaps."""
_BLANK = re.compile(r"_{3,}|\.{5,}|…{2,}")
"""A line of a form that is filled in by hand: it is laid out in each language as it fits."""
_UNSTOPPED = re.compile(r"[^\W_]$")


@dataclass(frozen=True, slots=True)
class _Text:
    """One language's text, ready to be compared."""

    lang: Lang
    act: Act
    reading: Reading
    portions: Portions
    notes: dict[str, str]
    """Keys of units, and the editors' notes that stand at them."""


def disagreements(kaz: Act, rus: Act, readings: tuple[Reading, Reading] | None = None) -> tuple[Disagreement, ...]:
    """Return where two expressions of one work do not say the same, in the order of the Kazakh text.

    Units are matched by their eIds, which are the same in both languages; quotations of an amending act by what their
    command addresses. What a sentence or an editors' note says to be changed in one language only is left out.
    ``readings`` are those of the two texts where they were read already and their commands are marked.
    """
    about = list(_identities(kaz, rus))
    if any(one.finding.code == "agree.other_day" for one in about):
        return tuple(about)
    read = readings or (None, None)
    here, there = _text(kaz, "kaz", read[0]), _text(rus, "rus", read[1])
    excused = _excused(here) | _excused(there)
    missing = _missing(here, there, excused)
    gone = frozenset(one.unit for one in missing)
    found = [*about, *missing, *_moved(here, there, gone)]
    for key, portion in here.portions.portions.items():
        other = there.portions.portions.get(key)
        if other is not None and not any(inside(key, unit) for unit in excused):
            found.extend(_portion(portion, other, gone))
    found.extend(_asides(here.portions, there.portions, (*excused, *gone)))
    found.extend(command_disagreements(here.reading, there.reading, excused))
    order = {key: place for place, key in enumerate((*here.portions.units, *there.portions.units))}
    return tuple(sorted(found, key=lambda one: _place(one.unit, order)))


def _asides(kaz: Portions, rus: Portions, without: tuple[str, ...]) -> Iterator[Disagreement]:
    """Who signed each document, and what its corner mark says: the day and the number of an act, the annex's number."""
    for key, portion in kaz.closings.items():
        other = rus.closings.get(key)
        if other is not None:
            sides = WitnessSide(portion.eid or None, portion.text()), WitnessSide(other.eid or None, other.text())
            for code, here, there in (*signed(portion.text(), other.text()), *posts(portion.text(), other.text())):
                yield disagreement(code, key, *sides, said=(here, there))
    for key, portion in kaz.marks.items():
        other = rus.marks.get(key)
        if other is None or any(inside(key, unit) for unit in without):
            continue
        sides = WitnessSide(portion.eid or None, portion.text()), WitnessSide(other.eid or None, other.text())
        say = said(" ".join(portion.text().split()), "kaz"), said(" ".join(other.text().split()), "rus")
        for code, bags in (
            ("agree.day", (say[0].days, say[1].days)),
            ("agree.act_number", (say[0].acts, say[1].acts)),
        ):
            # One language's mark may name the act more briefly, so that each must say what the other does not.
            alone = [sorted((bags[0] - bags[1]).elements()), sorted((bags[1] - bags[0]).elements())]
            if alone[0] and alone[1]:
                yield disagreement(code, key, *sides, said=(", ".join(alone[0]), ", ".join(alone[1])))


def _place(unit: str, order: dict[str, int]) -> int:
    while unit and unit not in order:
        unit = unit.rpartition("~")[0] or unit.rpartition("::")[0] or unit.rpartition("__")[0]
    return order.get(unit, -1)


def _text(act: Act, lang: Lang, known: Reading | None) -> _Text:
    marked, reading = (act, known) if known is not None else annotate(act)
    found = portions(marked.root, quotation_names(reading))
    return _Text(lang, marked, reading, found, _notes(marked.root))


def _notes(root: etree._Element) -> dict[str, str]:
    """The editors' notes by the eId of the unit that each stands at."""
    out: dict[str, str] = {}
    referred = {
        (mark.get("href") or "").lstrip("#"): next(
            (up.get("eId") for up in mark.iterancestors() if up.get("eId")), None
        )
        for mark in root.iter(q("noteRef"))
    }
    for note in root.iter(q("note")):
        at = (note.get("placementBase") or "").lstrip("#") or referred.get(note.get("eId") or "")
        if at:
            out[at] = f"{out.get(at, '')} {' '.join(paragraphs(note))}".strip()
    return out


def _excused(text: _Text) -> frozenset[str]:
    """Keys of the units of which one of the texts says itself that it was changed in one language only."""
    out = set(excused_holders(text.reading))
    eids = {eid: key for key, eid in text.portions.units.items()}
    for eid, note in text.notes.items():
        if words_of(text.lang).one_language.search(fold(note)):
            out.add(eids.get(eid, eid))
    for portion in text.portions.portions.values():
        for key, line in portion.lines:
            if words_of(text.lang).one_language.search(fold(line)):
                out.add(key)
    out.discard("")
    return frozenset(out)


def _identities(kaz: Act, rus: Act) -> Iterator[Disagreement]:
    one, other = read_identity(kaz.root), read_identity(rus.root)
    for field in ("number", "date"):
        values = getattr(one, field), getattr(other, field)
        if all(values) and fold(values[0]) != fold(values[1]):
            yield disagreement("agree.other_act", "", WitnessSide(None), WitnessSide(None), said=values)
    days = one.expression_date, other.expression_date
    if days[0] and days[1] and days[0] != days[1] and one.date == other.date:
        yield disagreement("agree.other_day", "", WitnessSide(None), WitnessSide(None), said=(days[0], days[1]))


def _missing(kaz: _Text, rus: _Text, excused: frozenset[str]) -> tuple[Disagreement, ...]:
    """Units that one text has and the other has not, each told once, at the highest unit that is missing."""
    out = []
    for text, other, lacking in ((kaz, rus, "rus"), (rus, kaz, "kaz")):
        gone: list[str] = []
        for key, eid in text.portions.units.items():
            if key in other.portions.units or any(inside(key, unit) for unit in (*gone, *excused)):
                continue
            gone.append(key)
            has = WitnessSide(eid, _words(text, key))
            lacks = WitnessSide(_around(key, other.portions))
            sides = (has, lacks) if lacking == "rus" else (lacks, has)
            out.append(disagreement("agree.unit_missing", key, *sides, lacking=lacking))
    return tuple(out)


def _words(text: _Text, key: str) -> str:
    """The first words of a unit, its number before them."""
    eid = text.portions.units[key]
    found = next((unit for unit in text.act.root.iter(etree.Element) if unit.get("eId") == eid), None)
    return "" if found is None else " ".join(paragraphs(found)[:2])


def _around(key: str, other: Portions) -> str | None:
    while key:
        key = key.rpartition("__")[0]
        if key in other.units:
            return other.units[key]
    return None


def _moved(kaz: _Text, rus: _Text, gone: frozenset[str]) -> Iterator[Disagreement]:
    """Units of both texts that stand in another order: as few as could be moved to make the order one."""
    there = {key: place for place, key in enumerate(rus.portions.units)}
    common = [key for key in kaz.portions.units if key in there]
    kept = _longest_rising([there[key] for key in common])
    moved: list[str] = []
    for at, key in enumerate(common):
        if at in kept or any(inside(key, unit) for unit in (*moved, *gone)):
            continue
        moved.append(key)
        sides = [WitnessSide(text.portions.units[key], _words(text, key)) for text in (kaz, rus)]
        yield disagreement("agree.unit_order", key, sides[0], sides[1])


def _longest_rising(values: list[int]) -> frozenset[int]:
    """Places of a longest run of rising values, not all neighbours (patience sorting)."""
    from bisect import bisect_left

    tops: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        pile = bisect_left(tops, value)
        before.append(at[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(value)
            at.append(place)
        else:
            tops[pile], at[pile] = value, place
    out: set[int] = set()
    place = at[-1] if at else -1
    while place >= 0:
        out.add(place)
        place = before[place]
    return frozenset(out)


def _portion(kaz: Portion, rus: Portion, gone: frozenset[str]) -> Iterator[Disagreement]:
    lines = [_lines(kaz, gone, "kaz"), _lines(rus, gone, "rus")]
    texts = ["\n".join(line for _, line in each) for each in lines]
    sides = WitnessSide(kaz.eid, texts[0]), WitnessSide(rus.eid, texts[1])
    say = said(texts[0], "kaz"), said(texts[1], "rus")
    broken = [_broken([line for _, line in each]) for each in lines]
    found = list(_sayings(kaz.key, sides, say))
    if not found:
        found = list(_subunits(lines, kaz))
    yield from found
    if not found:
        # A number that differs is told once; what is said of numbers that are the same counts only where they are.
        for code, here, there in (*turned(texts[0], texts[1]), *signed(texts[0], texts[1])):
            yield disagreement(code, kaz.key, *sides, said=(here, there))
    for lang, one, breaks in zip(LANGS, say, broken, strict=True):
        for code, words in (("agree.amount_words", [f"{a} ({b})" for a, b in one.amounts]),
                            ("agree.scripts", list(one.mixed)), ("agree.line_broken", breaks)):  # fmt: skip
            if words:
                told = ("; ".join(words), "") if lang == "kaz" else ("", "; ".join(words))
                yield disagreement(code, kaz.key, *sides, said=told)
    yield from _shapes(kaz.key, sides, [len(each) - len(cut) for each, cut in zip(lines, broken, strict=True)])
    yield from table_disagreements(kaz, rus)


def _lines(portion: Portion, gone: frozenset[str], lang: Lang) -> list[tuple[str, str]]:
    """The lines that both texts must have: no blanks of forms, nothing that is said of one language alone."""
    return [
        (key, line)
        for key, line in portion.lines
        if not _BLANK.search(line)
        and not any(inside(key, unit) for unit in gone)
        and not words_of(lang).one_language.search(fold(line))
    ]


def _sayings(unit: str, sides: tuple[WitnessSide, WitnessSide], say: tuple[Said, Said]) -> Iterator[Disagreement]:
    """What the two texts of a portion say that must be the same."""
    kaz, rus = say
    numbers = apart(kaz, rus)
    days = sorted((kaz.days - rus.days).elements()), sorted((rus.days - kaz.days).elements())
    acts = sorted((kaz.acts - rus.acts).elements()), sorted((rus.acts - kaz.acts).elements())
    if _figures([*days[0], *acts[0], *numbers[0]]) != _figures([*days[1], *acts[1], *numbers[1]]):
        for code, values in (("agree.day", days), ("agree.act_number", acts), ("agree.number", numbers)):
            if values[0] or values[1]:
                told = ", ".join(values[0]), ", ".join(values[1])
                yield disagreement(code, unit, *sides, said=told)
    elif all(_months(each) for each in days) and _months(days[0]) != _months(days[1]):
        yield disagreement("agree.day", unit, *sides, said=(", ".join(days[0]), ", ".join(days[1])))
    if not numbers[0] and not numbers[1]:
        yield from _references(unit, sides, kaz, rus)
    latin = sorted(set(kaz.latin) - set(rus.latin)), sorted(set(rus.latin) - set(kaz.latin))
    if any(latin):
        yield disagreement("agree.latin", unit, *sides, said=(", ".join(latin[0]), ", ".join(latin[1])))


def _figures(values: list[str]) -> Counter[str]:
    """The figures of all that differs, months apart: a day in one text can be read as loose numbers in the other."""
    plain = [re.sub(r"^(\d{4}-|(?=\d{1,2}-))(?:\d{1,2}|None)(?=-|$)", r"\1", value) for value in values]
    return Counter(figure.lstrip("0") for value in plain for figure in re.findall(r"\d+", value))


def _months(days: list[str]) -> Counter[str]:
    """The days whose month is known, with a year or without."""
    return Counter(day for day in days if re.fullmatch(r"(?:\d{4}-)?\d{1,2}-\d{1,2}", day))


def _references(unit: str, sides: tuple[WitnessSide, WitnessSide], kaz: Said, rus: Said) -> Iterator[Disagreement]:
    """Units pointed at by one number, but of another kind: «3-тармақ» and «подпункт 3)».

    A number whose unit one of the texts does not name beside it is no disagreement: it stands in a list.
    """
    here, there = kaz.units - rus.units, rus.units - kaz.units
    numbers = {name.rpartition(" ")[2] for name in here} & {name.rpartition(" ")[2] for name in there}
    told = [", ".join(sorted(name for name in each if name.rpartition(" ")[2] in numbers)) for each in (here, there)]
    if numbers:
        yield disagreement("agree.reference", unit, *sides, said=(told[0], told[1]))


def _subunits(lines: list[list[tuple[str, str]]], kaz: Portion) -> Iterator[Disagreement]:
    """Subunits between the first and the last, whose numbers must be the same each in its place.

    The first line and the last subunit are left out: what Russian says in the one Kazakh says in the other.
    """
    by_unit: list[dict[str, list[str]]] = [{}, {}]
    for side, each in zip(by_unit, lines, strict=True):
        for key, line in each:
            side.setdefault(key, []).append(line)
    keys = [key for key in by_unit[0] if key in by_unit[1] and key != kaz.key]
    for key in keys[:-1]:
        texts = ["\n".join(side[key]) for side in by_unit]
        say = said(texts[0], "kaz"), said(texts[1], "rus")
        values = apart(say[0], say[1])
        if values[0] and values[1]:
            sides = WitnessSide(key, texts[0]), WitnessSide(key, texts[1])
            told = ", ".join(values[0]), ", ".join(values[1])
            yield disagreement("agree.number", key, *sides, said=told)


def _shapes(unit: str, sides: tuple[WitnessSide, WitnessSide], counts: list[int]) -> Iterator[Disagreement]:
    if counts[0] != counts[1]:
        yield disagreement("agree.paragraphs", unit, *sides, said=(str(counts[0]), str(counts[1])))
    lengths = [len(side.text) for side in sides]
    if min(lengths) < 1 or max(lengths) < _LONG_ENOUGH:
        return
    least, most = _LENGTHS if min(lengths) >= _LONG_ENOUGH else _SHORT_LENGTHS
    if not least <= lengths[0] / lengths[1] <= most:
        yield disagreement("agree.length", unit, *sides, said=(str(lengths[0]), str(lengths[1])))


def _broken(lines: list[str]) -> list[str]:
    """Lines that begin with a small letter after a line that ends without any mark: one sentence in two lines."""
    return [
        f"{before[-30:]} / {line[:30]}"
        for before, line in itertools.pairwise(lines)
        if line[:1].islower() and _UNSTOPPED.search(before.rstrip()) and len(before) > 40
    ]
