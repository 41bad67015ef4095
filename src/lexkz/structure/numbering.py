"""Numbering: units whose numbers jump or repeat. The text is kept; a person may want to look."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from lxml import etree

from lexkz.akn.namespace import local, q
from lexkz.akn.numbers import follows
from lexkz.findings import Finding, finding
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold
from lexkz.languages.language import words_of
from lexkz.reading.blocks import Place
from lexkz.structure.findings import at
from lexkz.structure.labels import label
from lexkz.structure.record import Record

_RESTARTING = ("section", "subsection", "chapter", "subchapter", "hcontainer")
"""Divisions in which numbering can begin anew."""
_ENDS = ".;:!?"
"""Marks after which a new line begins anew: below another one "2024. …" goes on with «… 1 января»."""
_DIVISION = re.compile(
    r"[.;:]\s+(?:(?:Статья|Глава|Раздел)\s+(\d{1,4}(?:-\d{1,2})?)\.|(\d{1,4}(?:-\d{1,2})?)-(?:бап|тарау|бөлім)\.)"
    r"\s+(?=[^\W\d_a-zа-яәіңғүұқөһё])"
)
"""The number of an article or chapter within a line."""
_FIRST = ("1", "а", "I")
_INNER = re.compile(r"(?<=[.;:])\s+(\d{1,2}|[абa])([.)])\s+(?=[^\W\d_«\"“])")
"""The number of a unit within a line, behind the mark that ends what stands before it."""
_AFTER_SENTENCE = re.compile(r"(?:[^\W\d_]{4}|[)»”\"])\.$")
"""The end of a sentence: behind no short word, which can be shortened («ст.», «тыс.»)."""
_TEXTS = (f"{q('content')}/{q('p')}", f"{q('intro')}/{q('p')}")
"""Where the lines of a unit stand."""
_CHECKED = ("section", "chapter", "article", "paragraph", "subparagraph")


def check(root: etree._Element, record: Record) -> tuple[Finding, ...]:
    """Return a finding for each number that does not follow its predecessor in its list.

    A list may begin anywhere (a fragment does), begin again at 1 under another division or after text between, and have
    numbers such as 3-1 between 3 and 4. Quoted content is not looked at: it is a piece of another act.
    """
    places = dict(record.places)
    findings: list[Finding] = []
    for part in root.iter(q("body"), q("mainBody")):
        findings.extend(_NumberCheck(places, record.lang, part).through(part, {}, None))
    return tuple(findings)


def _text(line: etree._Element) -> str:
    return "".join(map(str, line.itertext())).strip()


@dataclass(frozen=True)
class _NumberCheck:
    """A walk through the units of one body."""

    places: dict[str, Place]
    lang: Lang
    part: etree._Element

    @cached_property
    def above(self) -> dict[etree._Element, str]:
        """Each line to the text of the line above it: asked for lines that could be points, which few acts have."""
        lines = list(self.part.iter(q("p"), q("heading")))
        return {line: _text(before) for before, line in pairwise(lines)}

    def through(self, parent: etree._Element, last: dict[str, str], point: str | None) -> list[Finding]:
        """Return the findings below ``parent``: ``last`` has the last number of each style, ``point`` is around it."""
        findings: list[Finding] = []
        fresh: set[str] = set()
        for child in parent:
            name = local(child)
            if name in ("content", "intro", "num", "heading"):
                continue
            if name in ("alinea", "p"):
                findings.extend(self._unlikely(child, point or last.get("paragraph")))
                findings.extend(self._inside(child, ""))
                # A new part of a point can begin its list again.
                fresh.update(style for style in last if style.startswith(("1)", "а)")))
                continue
            number, style = _number(child) if name in _CHECKED else (None, "")
            if number is not None:
                if style not in fresh or number not in _FIRST:
                    findings.extend(_compare(child, number, style, last, self.places))
                fresh.discard(style)
                last[style] = number
                findings.extend(self._inside(child, number))
            inner = last if name in ("section", "subsection", "chapter", "subchapter", "hcontainer") else {}
            findings.extend(self.through(child, inner, number if name == "paragraph" else point))
        return findings

    def _inside(self, unit: etree._Element, number: str) -> list[Finding]:
        """A unit whose text holds the number of the next one, or a list of units, run together on one line."""
        if local(unit) not in ("article", "paragraph", "subparagraph", "alinea"):
            return []
        num = unit.find(q("num"))
        mark = (num.text or "").strip()[-1:] if num is not None else ""
        after = unit.getnext()
        following = _number(after)[0] if after is not None else None
        wanted = str(int(number) + 1) if number.isdigit() else None
        heading = [q("heading")] if local(unit) == "article" else []
        for line in (line for path in (*heading, *_TEXTS) for line in unit.iterfind(path)):
            text = _text(line)
            found = list(_INNER.finditer(text))
            division = _DIVISION.search(text)
            if not (found or division) or any(local(child) in ("mod", "quotedText") for child in line.iter()):
                continue
            counted = {(one[1], one[2]) for one in found}
            # Where the next unit has that number as well, it is one of two only behind the end of a sentence.
            if division is not None:
                within = division[1] or division[2]
            elif line.tag == q("heading"):
                points = [
                    one[1] for one in found if one[2] == "." and _AFTER_SENTENCE.search(text[: one.start()]) is not None
                ]
                if not points:
                    continue
                within = points[0]
            elif any(
                (one[1], one[2]) == (wanted, mark)
                and (following != wanted or _AFTER_SENTENCE.search(text[: one.start()]))
                for one in found
            ):
                within = wanted or ""
            elif mark != ")" and {("1", ")"), ("2", ")")} <= counted:
                within = "1"
            elif {("а", ")"), ("б", ")")} <= counted:
                within = "а"
            else:
                continue
            eid = str(unit.get("eId") or "")
            place = at(self.places.get(eid), eid)
            return [finding("structure.numbering", place, case="inside", text=text, number=within)]
        return []

    def _unlikely(self, unit: etree._Element, before: str | None) -> list[Finding]:
        """A line that a reader could take for a point, though its number is far from the next one.

        A year that goes on with the line above it, «… 1 января / 2024. …», and one that is said to be a year are none.
        """
        line = next(unit.iter(q("p")), unit)
        text = _text(line)
        found = label(text, self.lang, large=True)
        if found is None or not found.large or self.above.get(line, ".").rstrip('»"”)')[-1:] not in _ENDS:
            return []
        if words_of(self.lang).structure.year_word.match(fold(found.rest)):
            return []
        eid = str(unit.get("eId") or "")
        place = at(self.places.get(eid), eid)
        if before is None:
            return [finding("structure.numbering", place, case="unlikely_first", text=text)]
        return [finding("structure.numbering", place, case="unlikely", text=text, before=before)]


def _compare(
    unit: etree._Element, number: str, style: str, last: dict[str, str], places: dict[str, Place]
) -> list[Finding]:
    before = last.get(style)
    eid = unit.get("eId", "")
    parent = unit.getparent()
    # A list that stands under nothing is a piece of an act, and begins anywhere.
    listed = local(unit) == "subparagraph" and parent is not None and local(parent) in ("paragraph", "article")
    if before is None and listed and number.isdigit() and number != "1":
        return [finding("structure.numbering", at(places.get(eid), eid), case="begins", number=number)]
    if before is None or follows(before, number):
        return []
    if number == before:
        return [finding("structure.numbering", at(places.get(eid), eid), case="repeats", number=number)]
    if number in _FIRST and parent is not None and local(parent) in _RESTARTING:
        return []
    return [finding("structure.numbering", at(places.get(eid), eid), case="jumps", before=before, after=number)]


def _number(unit: etree._Element) -> tuple[str | None, str]:
    num = unit.find(q("num"))
    text = (num.text or "").strip() if num is not None else ""
    eid = unit.get("eId", "")
    number = eid.rpartition("__")[2].partition("_")[2].partition("_")[0]
    if not number:
        return None, ""
    name = local(unit)
    if name == "subparagraph":
        return number, "а)" if number[0].isalpha() else "1)" + _parent(text)
    return number, name + (_parent(text) if name == "paragraph" else "")


def _parent(text: str) -> str:
    """Return what stands before the last part of a decimal number: lists of "2.1." and of "3.1." are two."""
    return text.rstrip(".) ").rpartition(".")[0]
