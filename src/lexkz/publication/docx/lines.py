"""Lines of a sheet as Word paragraphs, their tracked changes as ``w:ins`` and ``w:del``."""

from collections.abc import Iterator
from itertools import count

from lxml import etree

from lexkz.publication.docx.names import make, qw, text
from lexkz.publication.docx.styles import style_id, style_of
from lexkz.publication.sheet.model import HYPHEN_OF_NUMBER, WIDE_BLANK, Look, Revision, SheetLine, SheetRun

_LOOKS: dict[Look, tuple[tuple[str, dict[str, str]], ...]] = {
    "italic": (("i", {}),),
    "underline": (("u", {"val": "single"}),),
    "gap": (("color", {"val": "595959"}), ("shd", {"val": "clear", "color": "auto", "fill": "E7E6E6"})),
    "sup": (("vertAlign", {"val": "superscript"}),),
    "marker": (("vertAlign", {"val": "superscript"}),),
    "sub": (("vertAlign", {"val": "subscript"}),),
}


_NAMES = {("+", False): "ins", ("-", False): "del", ("+", True): "moveTo", ("-", True): "moveFrom"}


class TrackedIds:
    """Numbers for tracked changes: each stands once in a file."""

    def __init__(self, begin: int = 1) -> None:
        self._numbers = count(begin)

    def next(self) -> int:
        """Return a number that no change has."""
        return next(self._numbers)

    def change(self, revision: Revision) -> etree._Element:
        """Return an empty ``w:ins`` or ``w:del`` (of what was moved ``w:moveTo``, ``w:moveFrom``)."""
        return self.named(_NAMES[revision.mark, bool(revision.move)], revision)

    def named(self, name: str, revision: Revision) -> etree._Element:
        """Return an empty element ``name`` with a number, author and date."""
        made = make(name, id=self.next(), author=revision.author)
        if revision.date:
            made.set(qw("date"), f"{revision.date}T00:00:00Z")
        return made


def range_start(made: etree._Element, line: SheetLine, ids: TrackedIds) -> etree._Element | None:
    """Begin the range of a move in the paragraph of its first line; return what ends it after the last one."""
    revision = line.revision
    if revision is None:
        return None
    kind = _NAMES[revision.mark, True]
    start = ids.named(f"{kind}RangeStart", revision)
    start.set(qw("name"), revision.move)
    made.insert(1, start)
    return make(f"{kind}RangeEnd", id=start.get(qw("id")) or "")


def paragraph(line: SheetLine, ids: TrackedIds, *, style: str | None = None, locale: str = "") -> etree._Element:
    """Return a line as ``w:p``. ``style`` is in place of its own; ``locale`` is its language where it is another."""
    properties = make("pPr", make("pStyle", val=style_id(style or style_of(line))))
    if line.starts:
        properties.append(make("pageBreakBefore"))
    if line.role == "article":
        # An article's heading stands at the left, with the indent of the text.
        properties.extend((make("ind", firstLine=709), make("jc", val="both")))
    elif style is not None and line.role in ("center", "right"):
        properties.append(make("jc", val=line.role))
    elif line.role in ("text", "note") and WIDE_BLANK.search(line.text):
        # A blank that goes on to the next line would stretch the words before it over the whole line.
        properties.append(make("jc", val="left"))
    if line.revision is not None:
        properties.append(make("rPr", ids.change(line.revision)))
    made = make("p", properties)
    made.extend(_runs(line, ids, locale))
    return made


def _runs(line: SheetLine, ids: TrackedIds, locale: str) -> Iterator[etree._Element]:
    for run in line.runs:
        made = make("r")
        properties = _properties(run, locale)
        if len(properties):
            made.append(properties)
        gone = run.revision is not None and run.revision.mark == "-" and not run.revision.move
        made.extend(_words(run.text, "delText" if gone else "t", whole=line.role in _NARROW))
        if run.revision is None:
            yield made
        else:
            change = ids.change(run.revision)
            change.append(made)
            yield change


_NARROW = frozenset({"corner", "right"})
"""Blocks so narrow that «2-қосымша» would be torn at its hyphen."""


def _words(content: str, name: str, *, whole: bool) -> Iterator[etree._Element]:
    """Yield the words of a run, hyphens between a number and its noun unbroken where ``whole``."""
    for place, part in enumerate(HYPHEN_OF_NUMBER.split(content) if whole else (content,)):
        if place:
            yield make("noBreakHyphen")
        if part:
            yield text(part, name)


def _properties(run: SheetRun, locale: str) -> etree._Element:
    made = make("rPr")
    if run.look == "bold" or run.strong:
        made.extend((make("b"), make("bCs")))
    for name, attributes in _LOOKS.get(run.look, ()):
        made.append(make(name, **attributes))
    if locale:
        made.append(make("lang", val=locale))
    return made
