"""Runs of a paragraph rewritten: what goes stands in ``w:del``, what comes in ``w:ins``, its look kept."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from lexkz.publication.docx.lines import TrackedIds
from lexkz.publication.docx.names import make, qw, text
from lexkz.publication.docx.order import put
from lexkz.publication.sheet.model import Look, Revision
from lexkz.publication.tracked.letters import Letter, first, shown
from lexkz.publication.tracked.words import Inserted, LineChange, UnsafeError

_INLINE = frozenset(map(qw, ("hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo")))
_LINK = ("rStyle", "u", "color")
"""Properties of a run that make it look like a link or the mark of a note."""
_LOOKS: dict[Look, tuple[str, dict[str, str]]] = {
    "bold": ("b", {}),
    "italic": ("i", {}),
    "underline": ("u", {"val": "single"}),
    "sup": ("vertAlign", {"val": "superscript"}),
    "sub": ("vertAlign", {"val": "subscript"}),
}
_POINT = "point"
_POINTS = frozenset(map(qw, ("commentRangeStart", "commentRangeEnd")))
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


@dataclass(slots=True)
class Marks:
    """What goes and what comes, by the element and the place in its text."""

    frozen: frozenset[etree._Element]
    """Runs that Word writes itself, or that may not be changed."""
    gone: dict[tuple[etree._Element, int], Revision] = field(default_factory=dict)
    come: dict[tuple[etree._Element, int, bool], list[Inserted]] = field(default_factory=dict)
    """By element, place, and whether it comes before the letter."""
    points: dict[tuple[etree._Element, int, bool], list[etree._Element]] = field(default_factory=dict)
    """Marks of comments that stand between letters, in the same way."""

    def add(self, change: LineChange) -> None:
        """Note a change; raises UnsafeError, noting nothing, where a letter of it may not be changed."""
        self.check(change)
        for one in change.gone:
            self.gone[_element(one.letter), one.letter.offset] = one.revision
        for coming in change.come:
            key = _element(coming.beside), coming.beside.offset, coming.before
            self.come.setdefault(key, []).append(coming.words)

    def check(self, change: LineChange) -> None:
        """Raise UnsafeError where a letter of a change may not be changed."""
        for letter in (*(one.letter for one in change.gone), *(one.beside for one in change.come)):
            self._check(letter)

    def around(self, found: tuple[Letter, ...], start: etree._Element, end: tuple[etree._Element, ...]) -> bool:
        """Note marks around letters; tell whether they may stand there."""
        try:
            self._check(found[0])
            self._check(found[-1])
        except (UnsafeError, IndexError):
            return False
        self.points.setdefault((_element(found[0]), found[0].offset, True), []).append(start)
        self.points.setdefault((_element(found[-1]), found[-1].offset, False), []).extend(end)
        return True

    def _check(self, letter: Letter) -> None:
        run = _element(letter).getparent()
        if run is None or run.tag != qw("r") or run in self.frozen:
            raise UnsafeError
        for holder in run.iterancestors():
            if holder is letter.paragraph:
                return
            if holder.tag not in _INLINE:
                raise UnsafeError


def _element(letter: Letter) -> etree._Element:
    if letter.element is None:
        raise UnsafeError
    return letter.element


def frozen_runs(body: etree._Element) -> frozenset[etree._Element]:
    """Return the runs of fields that Word works out anew, and of controls that are locked or filled from data."""
    found: set[etree._Element] = set()
    fields: list[list[str]] = []
    for run in body.iter(qw("r")):
        inside = bool(fields)
        for element in run:
            if element.tag == qw("fldChar"):
                kind = element.get(qw("fldCharType"))
                if kind == "begin":
                    fields.append([""])
                elif kind == "end" and fields:
                    fields.pop()
            elif element.tag == qw("instrText") and fields:
                fields[-1][0] += element.text or ""
        if (inside or fields) and not all(said[0].strip().upper().startswith("HYPERLINK") for said in fields or [[""]]):
            found.add(run)
    for holder in body.iter(qw("sdt"), qw("fldSimple")):
        if holder.tag == qw("fldSimple") or _locked(holder):
            found.update(holder.iter(qw("r")))
    return frozenset(found)


def _locked(control: etree._Element) -> bool:
    properties = control.find(qw("sdtPr"))
    if properties is None:
        return False
    lock = properties.find(qw("lock"))
    said = lock.get(qw("val")) if lock is not None else ""
    return properties.find(qw("dataBinding")) is not None or said in ("contentLocked", "sdtContentLocked")


def rewrite(marks: Marks, ids: TrackedIds) -> None:
    """Write all that ``marks`` say into the runs."""
    beside = (element for element, _, _ in (*marks.come, *marks.points))
    elements = dict.fromkeys((*(element for element, _ in marks.gone), *beside))
    runs = dict.fromkeys(run for element in elements if (run := element.getparent()) is not None)
    for run in runs:
        _rewrite(run, marks, ids)


def _rewrite(run: etree._Element, marks: Marks, ids: TrackedIds) -> None:
    parts: list[tuple[Revision | None, etree._Element]] = []
    for child in run:
        if child.tag != qw("rPr"):
            parts.extend(_parts(child, run, marks))
    made: list[etree._Element] = []
    for revision, part in parts:
        if part.get(_POINT):
            del part.attrib[_POINT]
            made.append(part)
            continue
        piece = part if part.tag == qw("r") else _run(run, part)
        last = made[-1] if made and not _is_point(made[-1]) else None
        if revision is None:
            if last is not None and last.tag == qw("r"):
                last.append(part)
            else:
                made.append(piece)
            continue
        if last is not None and last.tag == _name(revision) and last.get(qw("author")) == revision.author:
            before = last[-1]
            if revision.mark == "-":
                before.append(part)
            else:
                last.append(piece)
            continue
        change = ids.change(revision)
        change.append(piece)
        made.append(change)
    for one in made:
        if one.tag == qw("del"):
            mark_gone(one)
    _place(run, made)


def _is_point(element: etree._Element) -> bool:
    return element.tag in _POINTS or element.find(qw("commentReference")) is not None


def _name(revision: Revision) -> str:
    return qw("ins" if revision.mark == "+" else "del")


def _run(run: etree._Element, part: etree._Element) -> etree._Element:
    made = make("r")
    for name, value in run.attrib.items():
        made.set(name, value)
    properties = run.find(qw("rPr"))
    if properties is not None:
        made.append(deepcopy(properties))
    made.append(part)
    return made


def _parts(
    child: etree._Element, run: etree._Element, marks: Marks
) -> Iterator[tuple[Revision | None, etree._Element]]:
    if child.tag != qw("t"):
        yield from _beside(child, 0, run, marks, before=True)
        kept = deepcopy(child)
        kept.tail = None
        yield marks.gone.get((child, 0)), kept
        yield from _beside(child, 0, run, marks, before=False)
        return
    open_text = ""
    state: Revision | None = None
    for at, char in enumerate(shown(child), start=first(child)):
        new = marks.gone.get((child, at))
        ahead = tuple(_beside(child, at, run, marks, before=True))
        behind = tuple(_beside(child, at, run, marks, before=False))
        if open_text and (new != state or ahead):
            yield state, text(open_text)
            open_text = ""
        yield from ahead
        state = new
        open_text += char
        if behind:
            yield state, text(open_text)
            open_text = ""
            yield from behind
    if open_text:
        yield state, text(open_text)


def _beside(
    child: etree._Element, at: int, run: etree._Element, marks: Marks, *, before: bool
) -> Iterator[tuple[Revision | None, etree._Element]]:
    key = child, at, before
    coming = [(words.revision, words) for words in marks.come.get(key, ())]
    points = marks.points.get(key, ())
    for point in points if before else ():
        point.set(_POINT, "1")
        yield None, point
    for revision, words in coming:
        yield revision, new_run(words.text, words.look, run.find(qw("rPr")))
    for point in () if before else points:
        point.set(_POINT, "1")
        yield None, point


def new_run(words: str, look: Look, properties: etree._Element | None) -> etree._Element:
    """Return a run of new words that looks as its neighbours do; a ``\\n`` in it is a line break."""
    made = make("r")
    own = plain(properties)
    if look in _LOOKS:
        name, attributes = _LOOKS[look]
        put(own, make(name, **attributes))
    if len(own):
        made.append(own)
    for place, part in enumerate(words.split("\n")):
        if place:
            made.append(make("br"))
        if part:
            made.append(text(part))
    return made


def plain(properties: etree._Element | None) -> etree._Element:
    """Return properties for new words: those of a neighbour, without what makes it a link, a mark or hidden."""
    if properties is None:
        return make("rPr")
    own = deepcopy(properties)
    dropped = ["vertAlign", "vanish", "strike", "dstrike", "caps", "rPrChange", "ins", "del", "moveFrom", "moveTo"]
    if own.find(qw("rStyle")) is not None:
        dropped += _LINK
    for name in dropped:
        for old in own.findall(qw(name)):
            own.remove(old)
    return own


def mark_gone(change: etree._Element) -> None:
    """Let the text in a ``w:del`` stand as deleted."""
    for element in list(change.iter(qw("t"), qw("instrText"))):
        element.tag = qw("delText") if element.tag == qw("t") else qw("delInstrText")


def _place(run: etree._Element, made: list[etree._Element]) -> None:
    """Put the parts in the place of the run; what comes at the edge of a link stands outside it."""
    parent = run.getparent()
    if parent is None:
        return
    outer = run
    while (holder := outer.getparent()) is not None and holder.tag in _INLINE and _content(holder)[-1] is outer:
        outer = holder
    if outer is not run and made[-1].tag == qw("ins") and len(made) > 1:
        outer.addnext(made.pop())
    outer = run
    while (holder := outer.getparent()) is not None and holder.tag in _INLINE and _content(holder)[0] is outer:
        outer = holder
    if outer is not run and made[0].tag == qw("ins") and len(made) > 1:
        outer.addprevious(made.pop(0))
    place = parent.index(run)
    parent[place : place + 1] = made


def _content(holder: etree._Element) -> list[etree._Element]:
    return [child for child in holder if child.tag not in (qw("sdtPr"), qw("sdtEndPr"), qw("smartTagPr"))]


def wrap_all(paragraph: etree._Element, revision: Revision, ids: TrackedIds) -> None:
    """Take away all that stands in a paragraph. Raises UnsafeError, changing nothing, where that cannot be tracked."""
    check_all(paragraph)
    for run in runs_of(paragraph):
        change = ids.change(revision)
        run.addprevious(change)
        change.append(run)
        if revision.move == "":
            mark_own_gone(run)


def check_all(paragraph: etree._Element) -> None:
    """Raise UnsafeError where it cannot be tracked that all of a paragraph goes: formulas, fields that run on."""
    formulas = any(str(element.tag).startswith(_MATH) for element in paragraph.iter())
    if formulas or _unbalanced(runs_of(paragraph)):
        raise UnsafeError


def mark_own_gone(run: etree._Element) -> None:
    """Let the text of a run stand as deleted; that of a text box in it is its own."""
    for element in run:
        if element.tag == qw("t"):
            element.tag = qw("delText")
        elif element.tag == qw("instrText"):
            element.tag = qw("delInstrText")


def _unbalanced(runs: Iterable[etree._Element]) -> bool:
    """Tell whether a field begins or ends outside the runs."""
    depth = 0
    for run in runs:
        for sign in run.findall(qw("fldChar")):
            depth += {"begin": 1, "end": -1}.get(sign.get(qw("fldCharType")) or "", 0)
            if depth < 0:
                return True
    return depth != 0


def _own_runs(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == qw("r"):
            yield child
        elif child.tag in _INLINE:
            yield from _own_runs(child)


def runs_of(paragraph: etree._Element) -> tuple[etree._Element, ...]:
    """Return the runs of a paragraph, those in links and controls among them, those in text boxes not."""
    return tuple(_own_runs(paragraph))
