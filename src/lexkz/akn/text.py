"""The visible text of an element: what a reader of the printed act sees, one paragraph a string."""

import re
from collections.abc import Callable, Iterator
from typing import Any, cast

from lxml import etree

from lexkz.akn.elements import HIERARCHY, INLINE, MARKERS, NUMBERED_LINES
from lexkz.akn.namespace import AKN, local

_LAYOUT = re.compile("[ ]*[\t\n\r\x85\u2028\u2029][ \t\n\r\x85\u2028\u2029]*")
"""White space that XML layout or a line break made; spaces between words stay as the source has them."""

_BREAKS = "\t\n\r\x85\u2028\u2029"

_QUOTED_BLOCKS = frozenset({"embeddedStructure", "quotedStructure"})
_QUOTED_INLINE = frozenset({"embeddedText", "quotedText"})
_PREFIX = f"{{{AKN}}}"
_SPECIAL = _QUOTED_INLINE | MARKERS | {"omissis"}
_PLAIN_INLINE = frozenset(_PREFIX + name for name in INLINE - _SPECIAL)
_BOXES = frozenset(_PREFIX + name for name in ("content", "intro", "longTitle", "td", "th", "wrapUp"))
_PLAIN = _PLAIN_INLINE | _BOXES | {_PREFIX + name for name in ("p", "num", "heading", "subheading", "caption")}
_PARAGRAPH = _PREFIX + "p"


class _Flow:
    """Lines that are being gathered: those of the whole text, of one table cell, or of one footnote."""

    def __init__(self, *, cell: bool = False) -> None:
        self.cell = cell
        """In a cell footnotes wait for the end of the row."""
        self.lines: list[str] = []
        self.parts: list[str] = []
        self.notes: list[str] = []
        self.opening = ""
        """Quote that the next visible text begins with."""
        self.written = 0
        """How many pieces of text and rows there are so far."""
        self.breaks = False
        """The next visible text begins a paragraph."""
        self.numbered: str | None = None
        """Local name of the unit whose number waits for its first words, else None."""

    def text(self, text: str | None) -> None:
        """Add text that stands where the walk is now."""
        if not text:
            return
        if (self.breaks or self.numbered is not None or not self.parts) and not text.strip():
            return
        if self.breaks:
            self.flush()
        elif self.numbered is not None:
            self.parts.append(" ")
        self.numbered = None
        if self.opening:
            self.parts.append(self.opening)
            self.opening = ""
        self.parts.append(text)
        self.written += 1

    def glue(self, text: str | None) -> None:
        """Add text to the paragraph that was last written, whatever break was due."""
        if text:
            self.breaks = False
            self.numbered = None
            self.parts.append(text)

    def line_break(self) -> None:
        """Let the next visible text begin a paragraph."""
        self.breaks = True
        self.numbered = None

    def row(self, cells: list[str], notes: list[str]) -> None:
        """Add a table row as a line of its own; an opening quote before it is a line, too, as acts print it."""
        self.flush()
        self.written += 1
        if self.opening:
            self.lines.append(self.opening)
            self.opening = ""
        line = "\t".join(cells)
        if line:
            self.lines.append(line)
        self.notes.extend(notes)
        self._write_notes()

    def flush(self) -> None:
        """End the paragraph that is being written."""
        line = "".join(self.parts)
        line = _in_one_line(line)
        if line:
            self.lines.append(line)
        self.parts.clear()
        self._write_notes()
        self.breaks = False
        self.numbered = None

    def _write_notes(self) -> None:
        if not self.cell:
            self.lines.extend(self.notes)
            self.notes.clear()

    def as_cell(self) -> str:
        """Return all of it as one string of a row."""
        self.flush()
        return " ".join(line.replace("\t", " ") for line in self.lines)


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class _TextWriter:
    """Writes the text of one tree; flows are stacked for cells and footnotes."""

    def __init__(self, root: etree._Element, omissis: str, contents: bool, own_quotes: bool) -> None:
        self.root = root
        self.omissis = omissis
        self.contents = contents
        self.own_quotes = own_quotes
        self.flows = [_Flow()]
        self.rows: list[tuple[list[str], list[str]]] = []
        self.table_notes: list[list[str]] = []
        """Footnotes of the rows of each table that is open: they stand below it, lest they cut it in two."""
        self.before_quoted: list[int] = []

    def write(self) -> tuple[str, ...]:
        # iterwalk keeps deep trees off Python's stack; the stubs know neither skip_subtree nor its events as strings.
        walk = cast("Any", etree.iterwalk)(self.root, events=("start", "end", "comment", "pi"))
        skip: Callable[[], None] = walk.skip_subtree
        hidden: etree._Element | None = None
        for event, element in cast("Iterator[tuple[str, etree._Element]]", walk):
            if event == "start":
                name = self._name(element)
                if self._is_hidden(name, element):
                    hidden = element
                    if name == "omissis":
                        self.flow.text(self.omissis)
                    elif name == "foreign":
                        # A formula of other files: its letters, as they stand.
                        self.flow.text(" ".join("".join(map(str, element.itertext())).split()))
                    skip()
                else:
                    self._open(name, element)
                    self.flow.text(element.text)
            elif event == "end":
                if element is hidden:
                    hidden = None
                else:
                    self._close(self._name(element), element)
                self._tail(element)
            else:
                self._tail(element)
        self.flow.flush()
        return tuple(self.flow.lines)

    @property
    def flow(self) -> _Flow:
        return self.flows[-1]

    @staticmethod
    def _name(element: etree._Element) -> str:
        tag = element.tag
        return tag.removeprefix(_PREFIX) if isinstance(tag, str) else ""

    def _is_hidden(self, name: str, element: etree._Element) -> bool:
        if name in {"meta", "omissis", "img", "noteRef", "marker", "eop", "foreign"} or "}" in name:
            return True
        return name == "toc" and not self.contents and element is not self.root

    def _tail(self, element: etree._Element) -> None:
        if element is not self.root:
            self.flow.text(element.tail)

    def _quote(self, element: etree._Element, name: str) -> str:
        return (element.get(name) or "") if self.own_quotes or element is not self.root else ""

    def _open(self, name: str, element: etree._Element) -> None:
        if name in INLINE:
            if name in _QUOTED_INLINE:
                self.flow.text(self._quote(element, "startQuote"))
        elif name in MARKERS:
            self.flow.text(" ")
        elif name == "authorialNote":
            self.flows.append(_Flow())
        elif name == "tr":
            self.rows.append(([], []))
        elif name == "table":
            self._break_before(name)
            self.table_notes.append([])
        elif name in {"td", "th"}:
            if not self.rows:
                self.rows.append(([], []))
            self.flows.append(_Flow(cell=True))
        else:
            self._break_before(name)
            if name in _QUOTED_BLOCKS:
                self.flow.opening += self._quote(element, "startQuote")
                self.before_quoted.append(self.flow.written)

    def _break_before(self, name: str) -> None:
        flow = self.flow
        joins = flow.numbered is not None and (name not in HIERARCHY or flow.numbered in NUMBERED_LINES)
        if not joins:
            flow.line_break()

    def _close(self, name: str, element: etree._Element) -> None:
        if name in INLINE:
            if name in _QUOTED_INLINE:
                self.flow.text(self._quote(element, "endQuote"))
        elif name in MARKERS:
            pass
        elif name == "authorialNote":
            note = self.flows.pop()
            note.flush()
            self.flow.notes.extend(self._marked(note.lines, "" if element is self.root else element.get("marker", "")))
        elif name in {"td", "th"}:
            self._close_cell(element)
        elif name == "tr":
            self._row()
        elif name == "table":
            self.flow.line_break()
            if notes := self.table_notes.pop():
                self.flow.notes.extend(notes)
                self.flow.flush()
        elif name == "num":
            parent = element.getparent()
            # A number without text joins nothing: the break before it is still due.
            if not self.flow.breaks:
                self.flow.numbered = local(parent) if parent is not None else ""
        elif name in _QUOTED_BLOCKS:
            self._close_quoted(element)
        else:
            self.flow.line_break()

    def _marked(self, note: list[str], mark: str) -> list[str]:
        """Return the lines of a footnote, its mark put behind the words it belongs to and before its own where neither
        prints it: files of others give it as data alone."""
        raised = mark.translate(_RAISED)
        if not mark or not note or note[0].startswith((mark, raised)):
            return note
        above = "".join(self.flow.parts)
        if raised in above or above.rstrip().endswith(mark):
            return note
        self.flow.parts.append(raised)
        return [f"{raised} {note[0]}", *note[1:]]

    def _close_cell(self, element: etree._Element) -> None:
        cell = self.flows.pop()
        cells, notes = self.rows[-1]
        cells.append(cell.as_cell())
        notes.extend(cell.notes)
        parent = element.getparent()
        following = element.getnext()
        in_row = element is not self.root and parent is not None and local(parent) == "tr"
        # Cells quoted without their row are a line, too.
        if not in_row and (element is self.root or following is None or local(following) not in {"td", "th"}):
            self._row()

    def _row(self) -> None:
        cells, notes = self.rows.pop()
        if self.table_notes:
            self.table_notes[-1].extend(notes)
            notes = []
        self.flow.row(cells, notes)

    def _close_quoted(self, element: etree._Element) -> None:
        flow = self.flow
        end = self._quote(element, "endQuote")
        if flow.written == self.before_quoted.pop():
            opening, flow.opening = flow.opening, ""
            flow.text(opening + end)
        else:
            flow.glue(end)
            # What follows (";") belongs to the last line, also where the closing quote is missing.
            flow.breaks = False
            flow.numbered = None


def paragraphs(
    element: etree._Element, *, omissis: str = "", contents: bool = False, own_quotes: bool = True
) -> tuple[str, ...]:
    """Return the visible text of ``element``, one paragraph a string, in the order of the document.

    - ``num`` is joined to the heading or the first words of its unit by one space.
    - ``startQuote`` and ``endQuote`` are printed around quoted text and structures; what follows a quoted structure
      (``;``) stands at its last paragraph. Beside a table row a quote is a line of its own, as acts print it.
    - A table row is one string, its cells parted by tabs, paragraphs of a cell by a space; a merged cell stands once.
    - A footnote's text follows the paragraph (or row) that bears its mark; a mark that is data alone is printed.
    - Nothing of ``meta`` is printed, nor the ``tail`` of ``element``.

    ``omissis`` is what stands for text that is not known. ``contents`` prints tables of contents as well; the one that
    is asked for itself is always printed. With ``own_quotes=False`` the quotes of ``element`` itself are left out.
    Time and memory are linear in the size of the tree.
    """
    if element.tag in _PLAIN:
        line = _line(element)
        if line is not None:
            return (line,) if line else ()
    return _TextWriter(element, omissis, contents, own_quotes).write()


def _line(element: etree._Element) -> str | None:
    """The text of one block without blocks, notes, quotes or marks in it, as nearly all are; None of another one."""
    if len(element) == 1 and element.tag in _BOXES and element[0].tag == _PARAGRAPH:
        if (element.text or "").strip() or (element[0].tail or "").strip():
            return None
        element = element[0]
    text = element.text or ""
    if len(element):
        below = element.iterdescendants()
        if any(inner.tag not in _PLAIN_INLINE for inner in below):
            return None
        text = "".join(str(piece) for piece in element.itertext())
    return _in_one_line(text)


def _in_one_line(text: str) -> str:
    # Looking for one character after the other is ten times quicker than a pattern, and most texts have none.
    return (_LAYOUT.sub(" ", text) if any(map(text.__contains__, _BREAKS)) else text).strip()


def visible(element: etree._Element, *, omissis: str = "") -> str:
    """Return the visible text of ``element`` as one string, a paragraph a line. See :func:`paragraphs`."""
    return "\n".join(paragraphs(element, omissis=omissis))
