"""Two texts of one act as one run of units: which unit of the text in force is which of the edited one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import cast

from lxml import etree

from lexkz.akn.eids import bare_number
from lexkz.akn.namespace import local, q
from lexkz.akn.numbers import order_key
from lexkz.akn.text import paragraphs
from lexkz.amendment.model import Kind, Step
from lexkz.comparison.align import likeness
from lexkz.consolidation.tree import act_documents as documents
from lexkz.consolidation.tree.unit_index import NUMBERED, row_number
from lexkz.languages.folding import fold, seen
from lexkz.languages.removal import is_only_removed

DIVISIONS = frozenset({"section", "subsection", "chapter", "subchapter"})
"""Units that hold numbered units, which are addressed without them where their numbers run on."""
_HOLDERS = frozenset({"intro", "content", "wrapUp"})
_SILENT = frozenset({"meta", "num", "heading", "subheading", "toc", "attachments", "preface", "authorialNote"})
_NUMBER = re.compile(r"[^\W_]+_([^_]+)(?:_\d+)?")
_DASH = re.compile(r"\s[-–—]\s")
_YEAR = re.compile(r"\b\d{4}\b")
_SAME_LINE = 0.4
"""Share of words in common from which a line that stands in place of another is that line, edited."""


@dataclass(slots=True)
class UnitOfText:
    """A numbered unit, a document or a table, with what stands in it in the order of the text."""

    element: etree._Element
    kind: str
    """Kind of a numbered unit, ``act``, ``attachment`` or ``table``."""
    key: str
    """What tells it from its like in what holds it."""
    number: str | None = None
    heading: str | None = None
    removed: bool = False
    entries: "list[LineOfText | UnitOfText]" = field(default_factory=list)
    """Lines and units below it, tables included."""

    @property
    def eid(self) -> str:
        return self.element.get("eId", "")

    @property
    def text(self) -> tuple[str, ...]:
        """All that is printed of it, a paragraph a line."""
        return paragraphs(self.element)

    @property
    def read(self) -> tuple[str, ...]:
        """The same as :func:`as_read`."""
        return tuple(map(as_read, self.text))


@dataclass(slots=True)
class LineOfText:
    """An абзац: one line of a unit."""

    text: str
    place: int
    """Its number among the lines of the numbered unit that holds it, from 1."""
    element: etree._Element


def as_read(text: str) -> str:
    """Return a text without what is layout: one space for many, one sign for those that look alike, capitals kept."""
    folded = fold(shown := seen(text))
    return " ".join(
        "".join(new.upper() if old.isupper() else new for old, new in zip(shown, folded, strict=True)).split()
    )


def document(element: etree._Element) -> UnitOfText:
    """Return an act, or an attachment, as a unit: without the documents attached to it."""
    holder = element if element.tag == q("act") else element.find(q("doc"))
    assert holder is not None
    found = UnitOfText(element, "act" if holder is element else "attachment", "", heading=documents.title(element))
    for child in holder:
        if local(child) in ("body", "mainBody"):
            _fill(child, found, [0])
    return found


def _fill(element: etree._Element, into: UnitOfText, count: list[int]) -> None:
    for child in element:
        name = local(child)
        if name in _HOLDERS or name in ("alinea", "hcontainer"):
            _fill(child, into, count)
        elif name in ("p", "block"):
            if (said := "\n".join(paragraphs(child))).strip():
                count[0] += 1
                into.entries.append(LineOfText(said, count[0], child))
        elif name == "table":
            into.entries.append(UnitOfText(child, "table", "table", removed=False))
        elif name in NUMBERED:
            into.entries.append(_unit(child, name, count))
        elif name and name not in _SILENT:
            _fill(child, into, count)


def _unit(element: etree._Element, name: str, count: list[int]) -> UnitOfText:
    found = _NUMBER.fullmatch(element.get("eId", "").rpartition("__")[2])
    number = bare_number(found[1]) if found else None
    heading = element.find(q("heading"))
    unit = UnitOfText(
        element,
        name,
        f"{name} {number}",
        number,
        " ".join(paragraphs(heading)) if heading is not None else None,
        element.get("status") == "removed" or says_removed(element),
    )
    # Lines of a subunit count in what holds it; each numbered unit counts its own anew (legal technique, абзацы).
    inner = [0]
    _fill(element, unit, inner)
    count[0] += inner[0]
    return unit


def says_removed(element: etree._Element) -> bool:
    """Return whether a numbered unit says no more than that it was repealed: «3. Исключен приказом …»."""
    number = element.find(q("num"))
    said = paragraphs(element)
    if number is None or len(said) != 1:
        return False
    printed = " ".join(paragraphs(number))
    rest = said[0].removeprefix(printed)
    # «Алып тасталды – Еңбек министрінің 2022 жылғы … бұйрығымен»: behind the dash stands the act, with its year.
    words, _, act = _DASH.sub("\0", rest, count=1).partition("\0")
    return said[0].startswith(printed) and (
        is_only_removed(printed, rest) or (bool(_YEAR.search(act)) and is_only_removed(printed, words))
    )


def pairs(
    old: UnitOfText, new: UnitOfText
) -> Iterator[tuple["LineOfText | UnitOfText | None", "LineOfText | UnitOfText | None"]]:
    """Give what stands in both units in pairs, in the order of the text: units by number, lines by what they say."""
    left, right = [_key(entry) for entry in old.entries], [_key(entry) for entry in new.entries]
    for _, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        yield from _paired(old.entries[a:b], new.entries[c:d])


def _key(entry: "LineOfText | UnitOfText") -> str:
    return entry.key if isinstance(entry, UnitOfText) else f"line {as_read(entry.text)}"


def _paired(
    old: Sequence["LineOfText | UnitOfText"], new: Sequence["LineOfText | UnitOfText"]
) -> Iterator[tuple["LineOfText | UnitOfText | None", "LineOfText | UnitOfText | None"]]:
    """Pair two runs: what has one key is one; lines in one place between them are one where they are alike."""
    if len(old) == len(new) and all(
        _key(one) == _key(other) or (isinstance(one, LineOfText) and isinstance(other, LineOfText))
        for one, other in zip(old, new, strict=True)
    ):
        yield from zip(old, new, strict=True)
        return
    at = 0
    for one in old:
        partner = next(
            (
                place
                for place in range(at, len(new))
                if _key(new[place]) == _key(one)
                or (
                    isinstance(one, LineOfText)
                    and isinstance(other := new[place], LineOfText)
                    and likeness(one.text, other.text) >= _SAME_LINE
                )
            ),
            None,
        )
        if partner is None:
            # A new unit that stands before the one that goes is told before it.
            while at < len(new) and _stands_before(new[at], one):
                yield None, new[at]
                at += 1
            yield one, None
            continue
        yield from ((None, entry) for entry in new[at:partner])
        yield one, new[partner]
        at = partner + 1
    yield from ((None, entry) for entry in new[at:])


def _stands_before(new: "LineOfText | UnitOfText", old: "LineOfText | UnitOfText") -> bool:
    if not isinstance(new, UnitOfText) or not isinstance(old, UnitOfText) or new.kind != old.kind:
        return False
    return bool(new.number and old.number) and order_key(new.number or "") < order_key(old.number or "")


def step(unit: UnitOfText) -> Step:
    """Return the step of an address that leads to a numbered unit."""
    return Step(cast(Kind, unit.kind), unit.number)


@dataclass(frozen=True, slots=True)
class RowOfText:
    """A row of a table."""

    element: etree._Element
    number: str | None
    cells: tuple[str, ...]

    @property
    def read(self) -> tuple[str, ...]:
        """Its cells as read."""
        return tuple(map(as_read, self.cells))


def table_rows(table: etree._Element) -> tuple[RowOfText, ...]:
    """Return the rows of a table, each with the number that its first cell prints."""
    return tuple(
        RowOfText(
            row,
            row_number(row),
            tuple("\n".join(paragraphs(cell)) for cell in row if cell.tag in (q("td"), q("th"))),
        )
        for row in table.iterfind(q("tr"))
    )


def row_pairs(
    old: Sequence[RowOfText], new: Sequence[RowOfText]
) -> tuple[tuple[RowOfText | None, RowOfText | None], ...] | None:
    """Pair the rows by number; None where other rows than numbered ones changed, or a number stands twice."""
    left, right = ({row.number: row for row in rows if row.number} for rows in (old, new))
    if len(left) != sum(row.number is not None for row in old) or len(right) != sum(
        row.number is not None for row in new
    ):
        return None
    if [row.read for row in old if row.number is None] != [row.read for row in new if row.number is None]:
        return None
    found: list[tuple[RowOfText | None, RowOfText | None]] = [
        (row, right.get(row.number)) for row in old if row.number is not None
    ]
    found.extend((None, row) for row in new if row.number is not None and row.number not in left)
    return tuple(found)
