"""The interpreter of pages, pdfminer's with what it leaves out: clipping, transparency, layers that are off."""

from collections.abc import Callable, Sequence
from typing import Any, cast

from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager, PDFStackT
from pdfminer.pdftypes import PDFStream, resolve1, stream_value
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSKeyword, PSLiteral, keyword_name, literal_name
from pdfminer.utils import MATRIX_IDENTITY, Matrix, Rect, apply_matrix_pt, apply_matrix_rect, mult_matrix

from lexkz.reading.pdf.collect import Collector
from lexkz.reading.pdf.layers import Layers
from lexkz.reading.pdf.operators import Operators

_PLAIN = ("Normal", "Compatible")
"""Blend modes in which what is drawn hides what lies under it."""


class Ink(PDFGraphicState):
    """The graphics state with transparency and the clip."""

    def __init__(self) -> None:
        super().__init__()
        self.fill_alpha = 1.0
        self.stroke_alpha = 1.0
        self.plain = True
        """False where a blend mode or a mask lets show through what lies below."""
        self.clip: Rect | None = None
        """Box around what is shown, in the page's coordinates; None for the whole page."""

    def copy(self) -> "Ink":
        """Return a copy, as it is kept while a part of the page is drawn."""
        made = Ink()
        made.__dict__.update(self.__dict__)
        return made

    def cut(self, box: Rect) -> None:
        """Show no more than what lies in ``box`` too."""
        if self.clip is None:
            self.clip = box
        else:
            one = self.clip
            self.clip = (max(one[0], box[0]), max(one[1], box[1]), min(one[2], box[2]), min(one[3], box[3]))


class Interpreter(PDFPageInterpreter):
    """Draws pages on a :class:`~lexkz.reading.pdf.collect.Collector`."""

    def __init__(
        self, rsrcmgr: PDFResourceManager, device: Collector, layers: Layers, outer: Ink | None = None
    ) -> None:
        super().__init__(rsrcmgr, device)
        self._collector = device
        self._layers = layers
        self._outer = outer

    def dup(self) -> "Interpreter":
        """Return the interpreter of a form within the page: it inherits clip and transparency."""
        return Interpreter(self.rsrcmgr, self._collector, self._layers, cast(Ink, self.graphicstate).copy())

    def execute(self, streams: Sequence[object]) -> None:
        """Draw what streams hold, none that is being drawn already. As pdfminer does, without a line of its log for
        each of the hundred thousand operators of an act."""
        self.stream_ids.clear()
        valid: list[PDFStream] = []
        for one in streams:
            stream = stream_value(one)
            if stream.objid is not None and stream.objid not in self.parent_stream_ids:
                valid.append(stream)
                self.stream_ids.add(stream.objid)
        try:
            parser = Operators(valid)
        except PSEOF:
            return
        known: dict[object, tuple[Callable[..., None], int] | None] = {}
        while True:
            try:
                _, found = parser.nextobject()
            except PSEOF:
                return
            if not isinstance(found, PSKeyword):
                self.argstack.append(found)
                continue
            if found not in known:
                known[found] = self._operator(found)
            operator = known[found]
            if operator is None:
                continue
            function, count = operator
            if count:
                arguments = self.argstack[-count:]
                self.argstack = self.argstack[:-count]
                if len(arguments) == count:
                    function(*arguments)
            else:
                function()

    def _operator(self, found: PSKeyword) -> tuple[Callable[..., None], int] | None:
        """Return what draws an operator, and of how many operands; None for one that is not known."""
        name = keyword_name(found).replace("*", "_a").replace('"', "_w").replace("'", "_q")
        function = getattr(self, f"do_{name}", None)
        return (function, function.__code__.co_argcount - 1) if function is not None else None

    def init_state(self, ctm: Matrix) -> None:
        """Begin a stream."""
        super().init_state(ctm)
        self.graphicstate = self._outer.copy() if self._outer else Ink()

    def do_gs(self, name: PDFStackT) -> None:
        """Take transparency from a named set of parameters."""
        known = resolve1(self.resources.get("ExtGState")) if self.resources else None
        found: Any = resolve1(known.get(name.name)) if isinstance(known, dict) and isinstance(name, PSLiteral) else None
        if not isinstance(found, dict):
            return
        ink = cast(Ink, self.graphicstate)
        fill, stroke = resolve1(found.get("ca")), resolve1(found.get("CA"))
        if isinstance(fill, int | float):
            ink.fill_alpha = float(fill)
        if isinstance(stroke, int | float):
            ink.stroke_alpha = float(stroke)
        if "BM" in found or "SMask" in found:
            mode = resolve1(found.get("BM"))
            mode = resolve1(mode[0]) if isinstance(mode, list) and mode else mode
            mask = resolve1(found.get("SMask"))
            blended = isinstance(mode, PSLiteral) and mode.name not in _PLAIN
            ink.plain = not blended and not isinstance(mask, dict)

    def do_W(self) -> None:  # noqa: N802 - the name is that of the operator
        """Clip to the path."""
        points = [
            apply_matrix_pt(self.ctm, (float(step[at]), float(step[at + 1])))
            for step in self.curpath
            for at in range(1, len(step) - 1, 2)
        ]
        if points:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            cast(Ink, self.graphicstate).cut((min(xs), min(ys), max(xs), max(ys)))

    def do_W_a(self) -> None:  # noqa: N802 - the name is that of the operator
        """Clip to the path by the other rule."""
        self.do_W()

    def do_BDC(self, tag: PDFStackT, props: PDFStackT) -> None:  # noqa: N802 - the name is that of the operator
        """Begin marked content, which can belong to a layer."""
        hidden = False
        if isinstance(tag, PSLiteral) and tag.name == "OC":
            owner: object = props
            if isinstance(props, PSLiteral):
                named = resolve1(self.resources.get("Properties")) if self.resources else None
                owner = named.get(props.name) if isinstance(named, dict) else None
            hidden = self._layers.hides(owner)
        super().do_BDC(tag, props)
        if hidden:
            self._collector.veil_tag()

    def do_Do(self, xobjid_arg: PDFStackT) -> None:  # noqa: N802 - the name is that of the operator
        """Draw a form or a picture, unless its layer is off; a form is clipped to its box."""
        found: object = self.xobjmap.get(literal_name(xobjid_arg))
        drawn = resolve1(found)
        if not isinstance(drawn, PDFStream):
            super().do_Do(xobjid_arg)
            return
        owner = drawn.attrs.get("OC")
        hidden = owner is not None and self._layers.hides(owner)
        whole = self.graphicstate
        box = _box(drawn, self.ctm)
        if box is not None:
            self.graphicstate = whole.copy()
            cast(Ink, self.graphicstate).cut(box)
        self._collector.veiled += hidden
        self._collector.ink = cast(Ink, self.graphicstate)
        try:
            super().do_Do(xobjid_arg)
        finally:
            self._collector.veiled -= hidden
            self.graphicstate = whole
            self._collector.set_ctm(self.ctm)

    def do_EI(self, obj: PDFStackT) -> None:  # noqa: N802 - the name is that of the operator
        """Draw a picture within the stream."""
        self._collector.ink = cast(Ink, self.graphicstate)
        super().do_EI(obj)


def _box(drawn: PDFStream, ctm: Matrix) -> Rect | None:
    """Return the box of a form on the page."""
    corners = _numbers(drawn.attrs.get("BBox"), 4)
    if corners is None:
        return None
    matrix = _numbers(drawn.attrs.get("Matrix"), 6) or MATRIX_IDENTITY
    x0, y0, x1, y1 = corners
    box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    return apply_matrix_rect(mult_matrix(cast(Matrix, tuple(matrix)), ctm), box)


def _numbers(found: object, count: int) -> Sequence[float] | None:
    values = resolve1(found)
    values = [resolve1(value) for value in values] if isinstance(values, list) else []
    if len(values) != count or not all(isinstance(value, int | float) for value in values):
        return None
    return [float(value) for value in values]
